import './style.css';
import './components/app.ts';
