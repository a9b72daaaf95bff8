import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import * as recording from '../../platform/recordings/recording';
import { mimeTypeOf } from '../../platform/recordings/content';
import { fileNameAt, fileNameOf } from '../../platform/recordings/fileName';
import type { RecordingName } from '../../platform/recordings/recording';
import { parseHost } from '../../platform/recordings/storageHosts';
import type { Fields } from './fields';
import { OutputItem, type Operation, type Resource } from './operation';

const fileName: INodeProperties = {
	displayName: 'File Name',
	name: 'fileName',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. {{ $json.recording.fileName }}',
	description: 'Name of the recording (录音文件名), from the call record (recordObjectName)',
};

const recordDomain: INodeProperties = {
	displayName: 'Recording Domain',
	name: 'recordDomain',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. {{ $json.recording.recordDomain }}',
	description:
		'Server that holds the recording (录音存储域名), from the call record (recordDomain)',
};

const source: INodeProperties = {
	displayName: 'Recording Is Given By',
	name: 'source',
	type: 'options',
	options: [
		{
			name: 'File Name',
			value: 'file',
			description: 'Name and domain from the call record (录音文件名)',
		},
		{
			name: 'URL',
			value: 'url',
			description: 'Download address from the call record (录音下载地址)',
		},
	],
	default: 'file',
	description: 'What the call record tells about the recording (录音)',
};

const url: INodeProperties = {
	displayName: 'URL',
	name: 'url',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. {{ $json.recording.url }}',
	description: 'Download address of the recording (录音下载地址), from the call record',
};

const binaryPropertyName: INodeProperties = {
	displayName: 'Put Output File in Field',
	name: 'binaryPropertyName',
	type: 'string',
	default: 'data',
	required: true,
	hint: 'The name of the output binary field to put the file in',
	description: 'Name of the binary field that gets the recording',
};

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Allowed Hosts',
			name: 'allowedHosts',
			type: 'string',
			default: '',
			placeholder: 'e.g. recordings.example.com',
			description:
				"Hosts that you trust (允许的主机), separated by commas: beside Huawei's own, from which a URL may be downloaded. They may also be http, or inside your network.",
		},
		{
			displayName: 'Ignore SSL Issues of Storage',
			name: 'allowUnauthorizedCerts',
			type: 'boolean',
			default: false,
			description: 'Whether to connect even if SSL certificate validation is not possible',
		},
		{
			displayName: 'Wait for Recording (Minutes)',
			name: 'waitForRecording',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 60 },
			default: 0,
			description:
				'How long to wait for a recording that is not there yet (等待录音): it can appear later than its call record. Meanwhile the platform knows none, or the storage gives nothing or a page.',
		},
	],
};

const shownFor = (field: INodeProperties, value: 'file' | 'url'): INodeProperties => ({
	...field,
	displayOptions: { show: { source: [value] } },
});

/** Downloads a recording as a file (录音文件下载). Source: GetRecordingDownloadUrl. */
export const download: Operation = {
	name: 'Download',
	value: 'download',
	action: 'Download recording',
	asks: 'recordingLink',
	description: 'Get a recording as a file (下载录音)',
	fields: [
		source,
		shownFor(fileName, 'file'),
		shownFor(recordDomain, 'file'),
		shownFor(url, 'url'),
		binaryPropertyName,
		options,
	],
	remember: false,
	run: async ({ platform, fields, execution }) => {
		const chosen = fields.collection('options');
		const property = fields.requiredText('binaryPropertyName');
		const from = fields.choice('source', ['file', 'url'] as const);
		const wanted = from === 'url' ? { url: fields.requiredText('url') } : nameOf(fields);
		const file = await recording.download(platform, wanted, {
			waitMs: (chosen.number('waitForRecording') ?? 0) * 60_000,
			allowedHosts: chosen.list('allowedHosts').map(parseHost),
			allowUnauthorizedCerts: chosen.flag('allowUnauthorizedCerts') ?? false,
		});
		const name = 'url' in wanted ? fileNameAt(wanted.url) : fileNameOf(wanted.fileName);
		return await store(execution, file, name, property);
	},
};

/** Asks for the download address of a recording (获取录音文件下载地址接口). */
export const getUrl: Operation = {
	name: 'Get URL',
	value: 'getUrl',
	action: 'Get URL of recording',
	asks: 'recordingLink',
	description:
		'Get an address from which the recording can be downloaded for a short time (录音下载地址)',
	fields: [fileName, recordDomain],
	remember: false,
	run: async ({ platform, fields }) => ({ url: await recording.getUrl(platform, nameOf(fields)) }),
};

/** Recordings of calls, alike in every mode. */
export const recordingResource: Resource = {
	name: 'Recording',
	value: 'recording',
	operations: [download, getUrl],
};

function nameOf(fields: Fields): RecordingName {
	return {
		fileName: fields.requiredText('fileName'),
		recordDomain: fields.requiredText('recordDomain'),
	};
}

/** Streams a file into n8n's binary data, never whole in memory where n8n keeps it on disk. */
async function store(
	execution: IExecuteFunctions,
	{ body, sniffed, contentType, bytesRead }: recording.Download,
	name: string,
	property: string,
): Promise<OutputItem> {
	const data = await execution.helpers
		.prepareBinaryData(body, name, mimeTypeOf(name, sniffed, contentType))
		.catch((error: unknown) => {
			body.destroy();
			throw error;
		});
	const { mimeType, fileSize } = data;
	const json = { fileName: name, mimeType, fileSize, bytes: bytesRead() };
	return new OutputItem(json, { [property]: data });
}
