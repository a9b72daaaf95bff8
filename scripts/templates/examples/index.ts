import type { Example } from '../workflow';
import { aiAssistant } from './aiAssistant';
import { axeDesk } from './axeDesk';
import { axSms } from './axSms';
import { bulkBind } from './bulkBind';
import { callReport } from './callReport';
import { callRecords } from './callRecords';
import { errorToRobot } from './errorToRobot';
import { fanOut } from './fanOut';
import { missedCall } from './missedCall';
import { nightlyCleanUp } from './nightlyCleanUp';
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
	bulkBind,
	nightlyCleanUp,
	callRecords,
	recordingToFile,
	recordingToSummary,
	missedCall,
	numberStatus,
	callReport,
	axSms,
	xRouting,
	axeDesk,
	aiAssistant,
	fanOut,
	errorToRobot,
];
