import { ask } from '../../playground/n8n/ask';
import { waitFor } from '../e2e/waiting';

/** Two people and the privacy number over which they shall reach each other. */
export interface Pair {
	orderId: string;
	numberA: string;
	numberB: string;
	privateNumber: string;
}

/** So many pairs of different people, spread over the privacy numbers. */
export function pairsOver(privateNumbers: readonly string[], count: number): Pair[] {
	return Array.from({ length: count }, (_, index) => ({
		orderId: `B-${index + 1}`,
		numberA: `138${10_000_000 + index}`,
		numberB: `139${10_000_000 + index}`,
		privateNumber: privateNumbers[index % privateNumbers.length]?.replace('+86', '') ?? '',
	}));
}

/** A spreadsheet as people save it in China; `more` are lines as somebody has typed them. */
export function sheetOf(pairs: readonly Pair[], more: readonly string[] = []): string {
	const lines = pairs.map(({ orderId, numberA, numberB, privateNumber }) =>
		[orderId, numberA, `${numberB.slice(0, 3)} ${numberB.slice(3)}`, privateNumber].join(','),
	);
	return `\uFEFF订单号,号码A,号码B,隐私号\n${[...lines, ...more].join('\n')}\n`;
}

/** Uploads a spreadsheet in the form of the example. */
export async function uploadSheet(webhookBase: string, sheet: string): Promise<void> {
	await uploadFile(webhookBase, Buffer.from(sheet), 'pairs.csv');
}

/** Uploads a file there. */
export async function uploadFile(webhookBase: string, file: Buffer, name: string): Promise<void> {
	const form = `${webhookBase}/form/private-number-bulk-bind`;
	await waitFor('the form', async () => ((await ask(form)).ok ? true : undefined));
	const body = new FormData();
	const type = name.endsWith('.csv')
		? 'text/csv'
		: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
	body.append('field-0', new Blob([new Uint8Array(file)], { type }), name);
	const { ok, status } = await ask(form, { method: 'POST', body });
	if (!ok) throw new Error(`The form has answered ${status}.`);
}
