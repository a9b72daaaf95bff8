/** What other programs use of the simulator. */

export type { Call, CallRequest, Scenario } from './calls/call';
export { OrderError } from './applications/orders';
export type { Behaviour, FlowControlRule } from './config/behaviour';
export type { SimulatorOptions } from './config/options';
export type { Fault, FaultRequest } from './faults/faults';
export type { GuideEntry } from './control/guide';
export type { RobotKind, Robots } from './config/robots';
export type { RobotMessage } from './robots/robot';
export type { LiveEvent, RecordedRequest } from './wire/journal';
export type { BindingView } from './modes/shared/mode';
export type { NumberStatusChange } from './pushes/numberStatus';
export type { ModeName, PushScheme, PushUrls, SimulatorApplication } from './config/applications';
export type { PushAttempt, PushKind, PushRecord } from './pushes/push';
export { Refusal } from './wire/refusals';
export type { SampleKind, SampleRequest, SampleResult } from './samples/sample';
export type { IdleOptions, Simulator, SimulatorState } from './control/simulator';
export type { Sms, SmsRequest } from './texts/sms';
export { startSimulator } from './start';
