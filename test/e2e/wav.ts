/** What a player needs to know of a WAV file. */
export interface Wav {
	format: 'PCM' | 'A-law' | 'µ-law';
	channels: number;
	sampleRate: number;
	seconds: number;
	/** Whether anything can be heard. */
	isAudible: boolean;
}

const formats = new Map<number, Wav['format']>([
	[1, 'PCM'],
	[6, 'A-law'],
	[7, 'µ-law'],
]);

/**
 * Reads a WAV file as a player does.
 * @throws Error when it is none, or is cut off.
 */
export function readWav(file: Buffer): Wav {
	if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WAVE') {
		throw new Error('This is not a WAV file.');
	}
	if (file.readUInt32LE(4) !== file.length - 8) throw new Error('The file has another length.');
	const chunks = new Map<string, Buffer>();
	for (let at = 12; at + 8 <= file.length; ) {
		const length = file.readUInt32LE(at + 4);
		if (at + 8 + length > file.length) throw new Error('The file is cut off.');
		chunks.set(file.toString('latin1', at, at + 4), file.subarray(at + 8, at + 8 + length));
		at += 8 + length + (length % 2);
	}
	const head = chunks.get('fmt ');
	const sound = chunks.get('data');
	const format = head && formats.get(head.readUInt16LE(0));
	if (!head || !sound || !format) throw new Error('No player knows this format.');
	return {
		format,
		channels: head.readUInt16LE(2),
		sampleRate: head.readUInt32LE(4),
		seconds: sound.length / head.readUInt32LE(8),
		isAudible: new Set(sound).size > 16,
	};
}
