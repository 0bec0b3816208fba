import './appearance.ts';
import './style.css';
import './components/app.ts';
import { keepForOffline } from './offline.ts';

keepForOffline();
