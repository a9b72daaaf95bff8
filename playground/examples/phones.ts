import type { Simulator, SimulatorApplication } from '../../simulator';

/** Numbers of the two phones on the simulator's page. */
export const phones = ['13800000021', '13800000023'] as const;

/**
 * Gives the phones a privacy number of every application to call each other: the first is A, the second
 * is B where B is bound, too. The simulator forgets bindings when it stops.
 */
export function bindPhones(simulator: Simulator, applications: SimulatorApplication[]): void {
	for (const application of applications) {
		const body = bindingOf(application);
		if (body) simulator.bind(application.appKey, body);
	}
}

function bindingOf({ mode, numbers: [first] }: SimulatorApplication) {
	const [a, b] = phones;
	switch (mode) {
		case 'AXB':
			return {
				relationNum: first?.number,
				callerNum: a,
				calleeNum: b,
				recordFlag: 'true',
				recordHintTone: 'recordHintTone.wav',
			};
		case 'AX':
			return { privateNum: first?.number, origNum: a };
		case 'AXE':
			return { virtualNum: first?.number, bindNum: a };
		case 'AXYB':
			return { areaCode: first?.areaCode, origNum: a };
		case 'X':
			return undefined;
	}
}
