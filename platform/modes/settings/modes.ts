import type { SettingName, SettingsOf } from './table';

const names = <Names extends readonly SettingName[]>(...list: Names): Names => list;

/** Settings of an AXB binding, new or changed. Source: CreateAXBBinding, ModifyAXBBinding. */
export const AXB_SETTINGS = names(
	'userData',
	'callDirection',
	'duration',
	'maxDuration',
	'lastMinVoice',
	'recordFlag',
	'recordHintTone',
	'privateSms',
	'callerHintTone',
	'calleeHintTone',
);

/** Settings of an AX binding that can be changed. Source: ModifyAXBinding. */
export const AX_CHANGES = names(
	'userData',
	'callDirection',
	'maxDuration',
	'lastMinVoice',
	'recordFlag',
	'privateSms',
	'calleeNumDisplay',
	'turnFlag',
);

/** Settings of a new AX binding. Source: CreateAXBinding. */
export const AX_SETTINGS = names(
	...AX_CHANGES,
	'recordHintTone',
	'callerHintTone',
	'calleeHintTone',
);

/** Settings of an AXE binding that can be changed. Source: ModifyAXEBinding. */
export const AXE_CHANGES = names(
	'displayNumMode',
	'recordFlag',
	'recordHintTone',
	'callbackTone',
	'callbackNum',
	'timeUnit',
	'bindExpiredTime',
	'callbackExpiredTime',
);

/** Settings of a new AXE binding. Source: CreateAXEBinding. */
export const AXE_SETTINGS = names('userData', ...AXE_CHANGES);

/** Settings of a new AXYB binding (AXYB模式绑定接口, the form without subscriptionId). */
export const AXYB_SETTINGS = names(
	'userData',
	'callDirection',
	'duration',
	'ybDuration',
	'recordFlag',
	'recordHintTone',
	'preVoiceX',
);

/** Settings of a peer (AXYB模式绑定接口, the form with subscriptionId). */
export const PEER_SETTINGS = names('userData', 'ybDuration', 'preVoiceX', 'preVoiceY');

export type AxbSettings = SettingsOf<(typeof AXB_SETTINGS)[number]>;
export type AxSettings = SettingsOf<(typeof AX_SETTINGS)[number]>;
export type AxChanges = SettingsOf<(typeof AX_CHANGES)[number]>;
export type AxeSettings = SettingsOf<(typeof AXE_SETTINGS)[number]>;
export type AxeChanges = SettingsOf<(typeof AXE_CHANGES)[number]>;
export type AxybSettings = SettingsOf<(typeof AXYB_SETTINGS)[number]>;
export type PeerSettings = SettingsOf<(typeof PEER_SETTINGS)[number]>;
