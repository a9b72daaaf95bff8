/// <reference lib="dom" />
import { render } from 'preact';
import type { JSX } from 'preact';

import { Applications } from './applications';
import { Bindings } from './bindings';
import { post } from './client';
import { FaultSwitches } from './faults';
import { plain } from './format';
import { Log } from './log';
import { Copy } from './parts';
import { Phone } from './phone';
import { PushAddresses } from './pushAddresses';
import { Samples } from './samples';
import { useSimulator } from './state';
import './style.css';

/** The whole page. */
function App(): JSX.Element {
	const { state, isConnected } = useSimulator();
	if (!state)
		return <p class="empty">{isConnected ? 'Loading…' : 'The simulator does not answer.'}</p>;
	const people = new Set(state.bindings.flatMap(({ a, b }) => (b ? [a, b] : [a])));
	const dialable = state.applications.flatMap(({ name, numbers }) =>
		numbers.map((number) => ({ ...number, name })),
	);
	return (
		<>
			<header>
				<h1>Private Number simulator</h1>
				<p>
					Base URL for the credential <Copy text={state.url} />
					{state.speed !== 1 && <small> time runs {state.speed}×</small>}
				</p>
				<span class={isConnected ? 'live' : 'live off'} role="status">
					{isConnected ? 'live' : 'not connected'}
				</span>
				<button type="button" onClick={() => void post('/reset')}>
					Start over
				</button>
			</header>
			<datalist id="people">
				{[...people].map((number) => (
					<option key={number} value={plain(number)} />
				))}
			</datalist>
			<datalist id="x-numbers">
				{dialable.map(({ number, name, areaCode }) => (
					<option key={number} value={plain(number)}>
						{name} {areaCode}
					</option>
				))}
			</datalist>
			<main>
				<div class="column">
					<div class="phones">
						<Phone name="Phone 1" initial="13800000021" state={state} />
						<Phone name="Phone 2" initial="13800000023" state={state} />
					</div>
					<Log state={state} />
				</div>
				<div class="column">
					<Bindings state={state} />
					<Applications state={state} />
					<PushAddresses state={state} />
					<Samples />
					<FaultSwitches state={state} />
				</div>
			</main>
		</>
	);
}

const root = document.getElementById('app');
if (root) render(<App />, root);
