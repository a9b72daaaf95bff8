import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { ICredentialType, INodeTypeDescription } from 'n8n-workflow';

import { HuaweiPrivateNumberApi } from '../../../credentials/HuaweiPrivateNumberApi.credentials';
import { packageNodes } from '../packageNodes';
import { inLocale } from './inLocale';

/** What the editor shows of one node, or of the credential, in both languages. */
export interface Described {
	name: string;
	en: object;
	zh: object;
	/** The Chinese that belongs to it alone, by the English. */
	own: Readonly<Record<string, string>>;
}

const root = join(__dirname, '..', '..', '..');

/** Every node and the credential. */
export function describedInBoth(): Described[] {
	return [...packageNodes().map(nodeInBoth), credentialInBoth()];
}

function nodeInBoth({ name, folder, Node }: ReturnType<typeof packageNodes>[number]): Described {
	const file = join(folder, `${folder.split('/').pop() ?? ''}.zh`);
	const { own, chinese } = jest.requireActual<{
		own?: Described['own'];
		chinese: Described['own'];
	}>(file);
	return {
		name,
		en: new Node().description,
		zh: describedIn('zh-CN', name),
		own: own ?? chinese,
	};
}

/** The description of a node in an n8n that was started with this locale. */
export function describedIn(locale: string | undefined, name: string): INodeTypeDescription {
	return inLocale(locale, () => {
		const found = packageNodes().find((node) => node.name === name);
		if (!found) throw new Error(`The package has no ${name}.`);
		return new found.Node().description;
	});
}

function credentialInBoth(): Described {
	const file = '../../../credentials/HuaweiPrivateNumberApi';
	return {
		name: 'huaweiPrivateNumberApi',
		en: fieldsOf(new HuaweiPrivateNumberApi()),
		zh: inLocale('zh-CN', () => {
			const { HuaweiPrivateNumberApi: Chinese } = jest.requireActual<{
				HuaweiPrivateNumberApi: new () => ICredentialType;
			}>(`${file}.credentials`);
			return fieldsOf(new Chinese());
		}),
		own: jest.requireActual<{ chinese: Described['own'] }>(`${file}.zh`).chinese,
	};
}

function fieldsOf({ displayName, properties, name }: ICredentialType): object {
	return { displayName, name, properties };
}

/** Chinese that several nodes share, by the name of its file. */
export function sharedChinese(): Array<[file: string, chinese: Readonly<Record<string, string>>]> {
	const folder = join(root, 'nodes', 'shared');
	return readdirSync(folder)
		.filter((file) => file.endsWith('.zh.ts'))
		.map((file) => {
			const module = jest.requireActual<Record<string, Readonly<Record<string, string>>>>(
				join(folder, file),
			);
			const [chinese = {}] = Object.values(module);
			return [file, chinese];
		});
}

/** Every text of a description with the way to it; those of names and values among them. */
export function textsIn(value: unknown, way: readonly string[] = []): Array<[string, string]> {
	if (typeof value === 'string') return [[way.join('.'), value]];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...way, key]));
}
