import type { ModeName, SimulatorApplication } from './options';

const application = (mode: ModeName, first: number, count: number): SimulatorApplication => {
	const name = `playground${mode.charAt(0)}${mode.slice(1).toLowerCase()}`;
	return {
		appKey: `${name}Key`,
		appSecret: `${name}Secret`,
		mode,
		numbers: Array.from({ length: count }, (_, index) => ({
			number: `+86${first + index}`,
			areaCode: index < count / 2 ? '0755' : '010',
		})),
	};
};

/** Applications of a simulator that was started without a configuration: one of each mode. */
export const playgroundApplications: SimulatorApplication[] = [
	application('AXB', 13_800_006_666, 4),
	application('AX', 13_800_006_611, 4),
	application('AXE', 13_800_006_621, 2),
	application('AXYB', 13_800_006_631, 4),
	application('X', 13_800_006_641, 2),
];
