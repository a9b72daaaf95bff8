import { EVENT_TYPES, KIND_ROWS } from '../../../platform/pushes/kinds';
import { readPush, recordCount } from '../../../platform/pushes/notifications';
import type { JsonObject } from '../../../platform/wire/json';
import { NOW } from './pushBodies';

describe.each(KIND_ROWS.map((row) => [row.kind, row] as const))('the kind %s', (kind, row) => {
	test('has a sample of each of its events, which is read as such and wholly', () => {
		const pushes = row.samples.map((sample) => readPush(sample, NOW));
		expect(pushes.map((push) => push.kind)).toEqual(row.types.map(() => kind));
		const events = pushes.flatMap((push) => push.events);
		expect(events.map(({ eventType }) => eventType)).toEqual(row.types);
		for (const event of events) expect(event).not.toHaveProperty('extra');
	});

	test('brings by default what it has', () => {
		expect(row.types).toEqual(expect.arrayContaining([...row.usual]));
		expect(row.usual.length).toBeGreaterThan(0);
	});

	test('tells how many records it holds before any is read', () => {
		for (const sample of row.samples) {
			expect(recordCount(sample)).toBe(1);
			const content = sample[row.container];
			const many = { ...sample, [row.container]: Array.from({ length: 17 }, () => content) };
			expect(recordCount(many)).toBe(row.holds === 'list' ? 17 : 1);
		}
	});
});

test('no two kinds have a name, a container or an event in common', () => {
	const names = KIND_ROWS.map(({ kind }) => kind);
	const containers = KIND_ROWS.map(({ container }) => container);
	for (const list of [names, containers, EVENT_TYPES]) expect(new Set(list).size).toBe(list.length);
});

test('a push without its name is of the kind that its content tells', () => {
	expect(readPush({ feeLst: [{ icid: 'a' }] }, NOW).kind).toBe('fee');
	expect(readPush({ numInfo: [{ number: 'X' }] }, NOW).kind).toBe('numStatus');
	expect(readPush({ eventType: 'callin', smsEvent: {}, statusInfo: {} }, NOW).kind).toBe('sms');
});

test('a list beside the content that tells the kind is no list of records', () => {
	const feeLst = Array.from({ length: 5000 }, () => ({}));
	const bodies: JsonObject[] = [
		{ eventType: 'answer', statusInfo: {}, feeLst },
		{ smsEvent: {}, feeLst },
		{ eventType: 'hologram', feeLst },
	];
	expect(bodies.map(recordCount)).toEqual([1, 1, 1]);
	expect(recordCount({ feeLst })).toBe(5000);
});
