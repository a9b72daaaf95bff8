import type { ModeName, SimulatorApplication } from './config/applications';

const application = (
	mode: ModeName,
	name: string,
	first: number,
	count: number,
): SimulatorApplication => {
	const key = `playground${mode.charAt(0)}${mode.slice(1).toLowerCase()}`;
	return {
		appKey: `${key}Key`,
		appSecret: `${key}Secret`,
		name,
		mode,
		numbers: Array.from({ length: count }, (_, index) => ({
			number: `+86${first + index}`,
			areaCode: index < count / 2 ? '0755' : '010',
		})),
	};
};

/** Applications of a simulator that was started without a configuration: one of each mode. */
export const playgroundApplications: SimulatorApplication[] = [
	application('AXB', 'Ride Hailing 网约车', 13_800_006_666, 4),
	application('AX', 'House Brokers 房产经纪', 13_800_006_611, 4),
	application('AXE', 'Extension Desk 分机号登记台', 13_800_006_621, 2),
	application('AXYB', 'Car Sales 二手车', 13_800_006_631, 4),
	application('X', 'Hotline 服务热线', 13_800_006_641, 2),
];
