import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** A field of which only the name is missing. */
type Nameless = Omit<INodeProperties, 'name'>;

/** How the privacy number of a new binding is chosen. */
export function chooseNumberBy(...others: INodePropertyOptions[]): INodeProperties {
	return {
		displayName: 'Choose Privacy Number By',
		name: 'chooseNumberBy',
		type: 'options',
		options: [
			{ name: 'Number', value: 'number', description: 'You name the privacy number (指定号码)' },
			{ name: 'Area', value: 'area', description: 'A free number of a city (按城市选号)' },
			...others,
		],
		default: 'number',
		description:
			'How the privacy number is chosen (选号方式). Only where you name it can a repeated binding be recognised.',
	};
}

/** How the thing is named that an operation is about; one label, whatever the parameter is called. */
export function identifyBy(
	name: 'identifyBy' | 'findBy' | 'removeBy',
	options: INodePropertyOptions[],
): INodeProperties {
	return {
		displayName: 'Identify By',
		name,
		type: 'options',
		options,
		default: 'subscriptionId',
		description: 'How you name what is meant (标识方式)',
	};
}

/** By the ID of the binding. */
export const byBindingId: INodePropertyOptions = {
	name: 'Binding ID',
	value: 'subscriptionId',
	description: 'The ID that Create gives (绑定ID)',
};

/** Which of the two sides may call. */
export function directionChoice(
	meanings: { both: string; onlyA: string; onlyB: string },
	nameOfB = 'Only B',
): Nameless {
	return {
		displayName: 'Who May Call',
		type: 'options',
		options: [
			{ name: 'Both', value: 0, description: meanings.both },
			{ name: 'Only A', value: 1, description: meanings.onlyA },
			{ name: nameOfB, value: 2, description: meanings.onlyB },
		],
		default: 0,
		description: 'Which side may call the privacy number (呼叫方向)',
	};
}

/** A life in seconds, up to 90 days. */
export function lifeField(part: Pick<INodeProperties, 'displayName' | 'description'>): Nameless {
	return {
		...part,
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 7_776_000 },
		default: 0,
	};
}

/** Which number A's phone shows. */
export const numberShown: Nameless = {
	displayName: 'Number Shown to A',
	type: 'options',
	options: [
		{ name: 'Privacy Number', value: '0', description: 'A sees X (显示隐私号码)' },
		{
			name: 'Number of the Caller',
			value: '1',
			description: 'A sees who calls (显示真实主叫号码)',
		},
	],
	default: '0',
	description:
		'Which number the phone of A shows when somebody calls X (来显号码). Carriers block calls that show the caller.',
};
