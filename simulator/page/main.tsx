/// <reference lib="dom" />
import { render } from 'preact';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import type { SimulatorState } from '../control/simulator';
import { plain } from './format';
import { Header } from './header';
import { firstLanguage, keepLanguage, LanguageContext, sayIn } from './language';
import { Applications } from './panels/applications';
import { Bindings } from './panels/bindings';
import { Calls } from './panels/calls';
import { FaultSwitches } from './panels/faults';
import { Guide } from './panels/guide';
import { Log } from './panels/log';
import { Order } from './panels/order';
import { PushAddresses } from './panels/pushAddresses';
import { GroupChat } from './panels/groupChat';
import { Samples } from './panels/samples';
import { Phone } from './phone/phone';
import { useSimulator } from './state';
import './style.css';

/** What the fields for numbers offer. */
function Offers({ state }: { state: SimulatorState }): JSX.Element {
	const people = new Set(state.bindings.flatMap(({ a, b }) => (b ? [a, b] : [a])));
	const dialable = state.applications.flatMap(({ name, numbers }) =>
		numbers.map((number) => ({ ...number, name })),
	);
	return (
		<>
			<datalist id="people">
				{[...people].slice(0, 200).map((number) => (
					<option key={number} value={plain(number)} />
				))}
			</datalist>
			<datalist id="x-numbers">
				{dialable.slice(0, 200).map(({ number, name, areaCode }) => (
					<option key={number} value={plain(number)}>
						{name} {areaCode}
					</option>
				))}
			</datalist>
		</>
	);
}

/** The whole page. */
function App(): JSX.Element {
	const { state, isConnected } = useSimulator();
	const [language, setLanguage] = useState(firstLanguage);
	const [dialledOn1, dialOn1] = useState('');
	const [dialledOn2, dialOn2] = useState('');
	const say = sayIn(language);
	useEffect(() => {
		document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
		document.title = sayIn(language)('title');
	}, [language]);
	if (!state) return <p class="empty">{say(isConnected ? 'loading' : 'noAnswerHere')}</p>;
	return (
		<LanguageContext.Provider value={language}>
			<Header
				state={state}
				isConnected={isConnected}
				onLanguage={(chosen) => {
					keepLanguage(chosen);
					setLanguage(chosen);
				}}
			/>
			<Offers state={state} />
			<main>
				<div class="column">
					<Guide state={state} onNumber={dialOn1} />
					<div class="phones">
						<Phone
							index={1}
							initial="13800000021"
							dialled={dialledOn1}
							setDialled={dialOn1}
							state={state}
						/>
						<Phone
							index={2}
							initial="13800000023"
							dialled={dialledOn2}
							setDialled={dialOn2}
							state={state}
						/>
					</div>
					<Calls state={state} />
					<Log state={state} />
				</div>
				<div class="column">
					<GroupChat state={state} />
					<Order state={state} />
					<Bindings state={state} />
					<Applications state={state} />
					<PushAddresses state={state} />
					<Samples />
					<FaultSwitches state={state} />
				</div>
			</main>
		</LanguageContext.Provider>
	);
}

const root = document.getElementById('app');
if (root) render(<App />, root);
