import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { PrivateNumberAxb } from '../../nodes/PrivateNumberAxb/PrivateNumberAxb.node';
import { legible, toNodeError } from '../../nodes/shared/errors';
import { PlatformError, refuse, type LocalCode } from '../../platform/codes/errors';
import { LOCAL_CODES } from '../../platform/codes/localCodes';
import { explain } from '../../platform/codes/refusals';
import documentedCodes from '../platform/fixtures/resultCodes.json';
import { buildWorkflow } from './engine';

const workflow = buildWorkflow([{ name: 'Bind', type: new PrivateNumberAxb() }]);
const node = workflow.getNode('Bind');
if (!node) throw new Error('The workflow has no node.');

describe('every refusal of the platform, as a user sees it', () => {
	test.each(documentedCodes)(
		'$code with HTTP $httpStatus says what happened, with code and own words, and how to go on',
		({ code, httpStatus, en }) => {
			const error = new PlatformError({ code, text: en, outcome: 'refused', httpStatus });
			const { message, remedy } = explain(error);
			const shown = toNodeError(node, error, 7, { others: 'Done before this stop: item 2.' });
			expect(shown).toBeInstanceOf(NodeApiError);
			expect(shown.message).toBe(`${message.en} (${code}: ${en})`);
			expect(shown.description).toBe(`${remedy.en} Done before this stop: item 2.`);
			expect(shown.context.itemIndex).toBe(7);
			expect((shown as NodeApiError).httpCode).toBe(String(httpStatus));
			expect(legible(error).details).toEqual({ code, httpStatus, remedy: remedy.en });
		},
	);

	test('keeps the words of the platform unchanged', () => {
		const text = 'Invalid request.lastMinVoice.wav does not exist.';
		const error = new PlatformError({ code: '1010002', text, outcome: 'refused', httpStatus: 403 });
		expect(toNodeError(node, error, 0).message).toContain(`(1010002: ${text})`);
	});

	test('has no empty brackets where the platform says nothing', () => {
		const error = new PlatformError({
			code: '1010001',
			text: '',
			outcome: 'lost',
			httpStatus: 500,
		});
		expect(toNodeError(node, error, 0).message).toMatch(/ \(1010001\)$/);
	});
});

describe('what goes wrong beside the platform, as a user sees it', () => {
	test.each(Object.keys(LOCAL_CODES) as LocalCode[])(
		'%s says what happened and what to do',
		(code) => {
			const text = 'connect ECONNREFUSED 127.0.0.1:1';
			const error = new PlatformError({ code, text, outcome: 'unsent' });
			const shown = toNodeError(node, error, 3);
			const { message, remedy } = LOCAL_CODES[code];
			expect(shown.message).toBe(message.en);
			expect(shown.description).toBe(`${remedy.en} (${text})`);
			expect(shown.context.itemIndex).toBe(3);
			expect(legible(error).details).toEqual({ code, remedy: remedy.en });
		},
	);
});

describe('a value that is refused before anything is sent', () => {
	const error = refuse('callerNum', '138', 'extension');

	test('is shown with field, value and expected form', () => {
		const shown = toNodeError(node, error, 2);
		expect(shown).toBeInstanceOf(NodeOperationError);
		expect(shown.message).toBe(
			`'callerNum' is "138", expected an extension of 1 to 4 digits such as 0012`,
		);
		expect(shown.description).toBe("Correct 'callerNum'. Nothing was sent for this item.");
		expect(shown.context.itemIndex).toBe(2);
	});

	test('is shown with the label that the editor gives the field, in a collection too', () => {
		const fields = new PrivateNumberAxb().description.properties;
		const shown = toNodeError(node, error, 2, { shown: fields });
		expect(shown.message).toBe(
			`Number A: 'callerNum' is "138", expected an extension of 1 to 4 digits such as 0012`,
		);
		expect(shown.description).toBe('Correct Number A. Nothing was sent for this item.');
		const inside = legible(
			refuse('maxDuration', '', 'minutesWithin', { lowest: 1, highest: 1440 }),
			{ shown: fields },
		);
		expect(inside.message).toBe(
			"Longest Call (Minutes): 'maxDuration' is empty, expected 1 to 1440 minutes",
		);
	});

	test('is told to programs in the same three parts', () => {
		expect(legible(error).details).toEqual({
			field: 'callerNum',
			value: '138',
			expected: 'an extension of 1 to 4 digits such as 0012',
		});
	});
});

describe('anything else that is thrown', () => {
	test.each([
		[new Error('disk full'), 'disk full'],
		['text', 'text'],
		[undefined, 'undefined'],
		[null, 'null'],
		[{ message: 'from another realm' }, 'from another realm'],
	])('%p becomes an error with a message', (thrown, message) => {
		const shown = toNodeError(node, thrown, 0);
		expect(shown.message).toBe(message);
		expect(legible(thrown)).toEqual({
			message,
			description: '',
			details: { code: 'unexpected', remedy: '' },
		});
	});
});
