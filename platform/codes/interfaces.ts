/**
 * The platform's interfaces, as the remedies tell them apart: one code means different things to
 * somebody who binds and to somebody who unbinds.
 */
export const INTERFACES = [
	'axb.bind',
	'axb.unbind',
	'axb.modify',
	'axb.query',
	'ax.bind',
	'ax.unbind',
	'ax.modify',
	'ax.query',
	'ax.setTemporaryCallee',
	'axe.bind',
	'axe.unbind',
	'axe.modify',
	'axe.query',
	'axe.queryV2',
	'axe.bindingCount',
	'axyb.bind',
	'axyb.bindPeer',
	'axyb.unbind',
	'axyb.unbindPeer',
	'axyb.query',
	'recordingLink',
	'stopCall',
] as const;

/** One of the platform's interfaces. */
export type InterfaceName = (typeof INTERFACES)[number];
