import type { Example } from '../workflow';
import { axeDesk } from './axeDesk';
import { axSms } from './axSms';
import { callRecords } from './callRecords';
import { errorToRobot } from './errorToRobot';
import { fanOut } from './fanOut';
import { missedCall } from './missedCall';
import { numberStatus } from './numberStatus';
import { orderClosed } from './orderClosed';
import { orderToBind } from './orderToBind';
import { recordingToFile } from './recordingToFile';
import { recordingToSummary } from './recordingToSummary';
import { xRouting } from './xRouting';

/** Every example, in the order in which the documents list them. */
export const examples: readonly Example[] = [
	orderToBind,
	orderClosed,
	callRecords,
	recordingToFile,
	recordingToSummary,
	missedCall,
	numberStatus,
	axSms,
	xRouting,
	axeDesk,
	fanOut,
	errorToRobot,
];
