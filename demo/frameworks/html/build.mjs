/** A site is a folder of files: the page, and the widget's bundle beside it. */
import { cpSync } from 'node:fs';

cpSync('page.html', 'dist/index.html');
cpSync('node_modules/@finodigital/uba-widget/dist/cdn/uba-widget.js', 'dist/uba-widget.js');
