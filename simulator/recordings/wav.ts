/** Recordings are WAV files: 8000 Hz, mono, 16 bit, with an audible tone. */

const rate = 8000;
const bytesPerSecond = rate * 2;
const headerBytes = 44;

/** Size of a recording of so many seconds. */
export const wavBytes = (seconds: number): number => headerBytes + seconds * bytesPerSecond;

/** The head of a recording of so many seconds. */
export function wavHeader(seconds: number): Buffer {
	const dataBytes = seconds * bytesPerSecond;
	const head = Buffer.alloc(headerBytes);
	head.write('RIFF', 0);
	head.writeUInt32LE(headerBytes - 8 + dataBytes, 4);
	head.write('WAVEfmt ', 8);
	head.writeUInt32LE(16, 16);
	head.writeUInt16LE(1, 20);
	head.writeUInt16LE(1, 22);
	head.writeUInt32LE(rate, 24);
	head.writeUInt32LE(bytesPerSecond, 28);
	head.writeUInt16LE(2, 32);
	head.writeUInt16LE(16, 34);
	head.write('data', 36);
	head.writeUInt32LE(dataBytes, 40);
	return head;
}

/** One second: half a second of a 440 Hz tone, half a second of 660 Hz, as if two people spoke. */
function oneSecond(): Buffer {
	const samples = Buffer.alloc(bytesPerSecond);
	for (let index = 0; index < rate; index += 1) {
		const frequency = index < rate / 2 ? 440 : 660;
		const value = Math.sin((2 * Math.PI * frequency * index) / rate) * 8000;
		samples.writeInt16LE(Math.round(value), index * 2);
	}
	return samples;
}

/** The parts of a recording, second by second, so that long ones never stand in memory. */
export function* wavParts(seconds: number): Generator<Buffer> {
	yield wavHeader(seconds);
	const second = oneSecond();
	for (let index = 0; index < seconds; index += 1) yield second;
}
