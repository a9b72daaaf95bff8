import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { CallRequest, ModeName } from '../../simulator';
import { KEYS, startPlatform, X1, type Fixture } from './fixture';

const A = '+8613800000021';
const B = '+8613900000002';
const record = { recordFlag: 'true', recordHintTone: 'notice.wav' };

/** A platform of one mode on which somebody can call somebody, recorded. */
export interface ModeFixture extends Fixture {
	/** Binds what the mode needs for a call, after a reset of the simulator. */
	callable: () => CallRequest;
}

/** What a call needs in each mode; X has no bindings and asks. */
const CALLABLE: Readonly<Record<ModeName, (bind: (body: object) => object) => CallRequest>> = {
	AXB(bind) {
		bind({ callerNum: A, calleeNum: B, relationNum: X1, ...record });
		return { caller: A, called: X1 };
	},
	AX(bind) {
		bind({ origNum: A, privateNum: X1, ...record });
		return { caller: B, called: X1 };
	},
	AXE(bind) {
		bind({ bindNum: A, virtualNum: X1, extendNum: '0012', ...record });
		return { caller: B, called: `${X1},0012` };
	},
	AXYB(bind) {
		const { subscriptionId } = bind({ origNum: A, areaCode: '0755', ...record }) as {
			subscriptionId: string;
		};
		bind({ subscriptionId, origNum: B, areaCode: '010' });
		return { caller: B, called: X1 };
	},
	X: () => ({ caller: A, called: X1 }),
};

/** Starts a platform of a mode; in X mode every call that asks is connected to B. */
export async function startMode(mode: ModeName): Promise<ModeFixture> {
	const platform = await startPlatform(mode);
	const answer = { operation: 'connect', connectInfo: { calleeNum: B, ...record } };
	const desk = createServer((request, response) => {
		request.resume();
		response.end(JSON.stringify(answer));
	});
	await new Promise<void>((resolve) => desk.listen(0, '127.0.0.1', resolve));
	const { port } = desk.address() as AddressInfo;
	return {
		...platform,
		callable() {
			if (mode === 'X') platform.simulator.setPushUrls({ all: `http://127.0.0.1:${port}/` });
			return CALLABLE[mode]((body) => platform.simulator.bind(KEYS.appKey, { ...body }));
		},
		async close() {
			await platform.close();
			desk.closeAllConnections();
			await new Promise((resolve) => desk.close(resolve));
		},
	};
}
