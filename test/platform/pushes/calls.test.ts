import type { CallEvent } from '../../../platform/pushes/callEvents';
import type { JsonObject } from '../../../platform/wire/json';
import { eventOf, read } from './pushBodies';

const call = (eventType: string, statusInfo: JsonObject): CallEvent =>
	eventOf({ eventType, statusInfo }) as CallEvent;
const LATER = ['collectInfo', 'callout', 'alerting', 'answer', 'disconnect'];

test.each(['Block', 'block', 'BLOCK'])('a call waits where its mode is %s', (notifyMode) => {
	expect(call('callin', { notifyMode })).toMatchObject({ needsReply: true });
	expect(read({ eventType: 'callin', statusInfo: { notifyMode } }).question).toBe('call');
});

test.each(['Notify', '', undefined, 1])(
	'a call does not wait where its mode is %p',
	(notifyMode) => {
		expect(call('callin', { notifyMode })).toMatchObject({ needsReply: false });
		expect(read({ eventType: 'callin', statusInfo: { notifyMode } })).not.toHaveProperty(
			'question',
		);
	},
);

test.each(LATER)('nothing waits later in a call: %s', (eventType) => {
	const push = read({ eventType, statusInfo: { notifyMode: 'Block', called: '+8617000000001' } });
	expect(push).not.toHaveProperty('question');
	expect(push.events[0]).toMatchObject({ needsReply: false });
	expect(push.events[0]).not.toHaveProperty('privateNumber');
});

test('only X tells its mode in the events of a call, and digits are collected in AXE alone', () => {
	expect(call('answer', { notifyMode: 'Notify' }).mode).toBe('X');
	expect(call('answer', {})).not.toHaveProperty('mode');
	expect(call('collectInfo', {}).mode).toBe('AXE');
});

test.each([
	[{ timestamp: '2019-01-23 09:15:14' }],
	[{ timeStamp: '2019-01-23 09:15:14' }],
	[{ timestamp: '', timeStamp: '2019-01-23 09:15:14' }],
	[{ timestamp: '2019-01-23 09:15:14', timeStamp: '2020-01-01 00:00:00' }],
])('the time of an event of a call is read from %j', (fields) => {
	expect(call('answer', fields).time).toBe('2019-01-23T09:15:14.000Z');
	expect(call('answer', { ...fields, sessionId: 's' }).eventId).toBe(
		'answer:s:2019-01-23 09:15:14',
	);
});
