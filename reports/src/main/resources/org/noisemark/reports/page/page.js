'use strict';
// Filters, the switch of costs, sorting, and the runs behind a number. Without this script the page
// shows everything but those runs.
(function () {
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const DIMENSIONS = ['dataset', 'network', 'engine', 'noise'];

  function filter() {
    const form = document.getElementById('filters');
    const chosen = {};
    DIMENSIONS.forEach(name => { if (form.elements[name]) chosen[name] = form.elements[name].value; });
    const lets = (element, name) => !chosen[name] || !(name in element.dataset)
      || (name === 'noise' ? element.dataset.noise.split(' ') : [element.dataset[name]]).includes(chosen[name]);
    const selector = DIMENSIONS.map(name => '[data-' + name + ']').join(',');
    all(selector).forEach(element => {
      element.hidden = !DIMENSIONS.every(name => lets(element, name));
    });
    const settings = all('#leaderboard .block');
    const shown = settings.filter(block => !block.hidden).length;
    document.getElementById('filtered').textContent =
      Object.values(chosen).some(value => value) ? shown + ' of ' + settings.length + (settings.length === 1 ? ' setting' : ' settings') : '';
  }

  function chooseCost(kind) {
    all('[data-cost]').forEach(element => { element.hidden = element.dataset.cost !== kind; });
  }

  function value(row, column) {
    const cell = row.cells[column];
    if (!cell) return null;
    if (!('v' in cell.dataset)) return cell.textContent.trim();
    return cell.dataset.v === '' ? null : Number(cell.dataset.v);
  }

  // Rows stay in their group; what was not measured comes last, whichever way.
  function sort(button) {
    const heading = button.closest('th');
    const table = heading.closest('table');
    const column = heading.cellIndex;
    const down = heading.getAttribute('aria-sort') === 'ascending'
      || (heading.getAttribute('aria-sort') === 'none' && heading.classList.contains('n') && !('up' in heading.dataset));
    all('th[aria-sort]', table).forEach(other => other.setAttribute('aria-sort', 'none'));
    heading.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    all('tbody', table).forEach(body => {
      const rows = all('tr', body).filter(row => !row.classList.contains('level'));
      rows.map(row => [value(row, column), row]).sort(([a], [b]) => {
        if (a === null || b === null) return (a === null) - (b === null);
        const order = typeof a === 'number' ? a - b : a.localeCompare(b, 'en', { numeric: true });
        return down ? -order : order;
      }).forEach(([, row]) => body.append(row));
    });
  }

  let data;
  function runs() {
    data = data || JSON.parse(document.getElementById('runs').textContent);
    return data;
  }

  function element(name, text, attributes) {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    Object.entries(attributes || {}).forEach(([key, held]) => made.setAttribute(key, held));
    return made;
  }

  const HEADINGS = ['Run', 'Optimizer', 'Noise', 'Seed', 'Noise seed', 'Status', 'Accuracy, %', 'Commit', 'Machine', 'Started, UTC'];

  function row(index, group) {
    const { texts, machines } = runs();
    const machine = machines[runs().machine[index]];
    const made = element('tr');
    const record = element('td');
    record.append(element('a', runs().id[index], { href: 'cells/' + runs().id[index] + '.json' }));
    made.append(record, element('td', texts[group[3]]), element('td', texts[group[2]]));
    ['seed', 'noiseSeed'].forEach(key => made.append(element('td', runs()[key][index], { class: 'n' })));
    const detail = texts[runs().detail[index]];
    made.append(element('td', texts[runs().status[index]] + (detail ? ': ' + detail : '')));
    made.append(element('td', runs().accuracy[index] || '–', { class: 'n' }));
    const commit = texts[runs().commit[index]];
    made.append(element('td', commit.slice(0, 10) || 'unknown', { title: commit }));
    made.append(element('td', machine[0], { title: machine[1] }));
    made.append(element('td', new Date(runs().startedAt[index] * 1000).toISOString().slice(0, 19).replace('T', ' ')));
    // Below each other on a narrow screen, they lose the headings above and what a browser says of tables.
    made.setAttribute('role', 'row');
    Array.from(made.children).forEach((cell, i) => {
      cell.setAttribute('role', 'cell');
      cell.dataset.heading = HEADINGS[i];
    });
    return made;
  }

  // Where each stretch of runs begins and what follows its end, by turns.
  function open(bounds) {
    const indices = [];
    bounds.split(' ').map(Number).forEach((from, i, all) => {
      if (i % 2 === 0) for (let index = from; index < all[i + 1]; index++) indices.push(index);
    });
    const { texts, groups, machines } = runs();
    const groupOf = index => groups.filter(group => group[0] <= index).pop();
    const head = element('tr', undefined, { role: 'row' });
    HEADINGS.forEach(heading => head.append(element('th', heading, { scope: 'col', role: 'columnheader', class: /eed|Acc/.test(heading) ? 'n' : 't' })));
    const body = element('tbody', undefined, { role: 'rowgroup' });
    const settings = new Set();
    const methods = new Set();
    const noises = new Set();
    const parameters = new Set();
    const used = new Set();
    indices.forEach(index => {
      const group = groupOf(index);
      settings.add(texts[group[1]]);
      noises.add(texts[group[2]]);
      methods.add(texts[group[3]]);
      parameters.add(texts[group[3]] + ': ' + texts[group[4]]);
      used.add(runs().machine[index]);
      body.append(row(index, group));
    });
    const few = (names, many) => names.size > 2 ? names.size + ' ' + many : Array.from(names).join(' and ');
    document.getElementById('details-heading').textContent =
      few(methods, 'optimizers') + ', ' + few(noises, 'noises') + ': ' + indices.length + (indices.length === 1 ? ' run' : ' runs');
    const table = element('table', undefined, { role: 'table' });
    const top = element('thead', undefined, { role: 'rowgroup' });
    top.append(head);
    table.append(top, body);
    const scroll = element('div', undefined, { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Runs' });
    scroll.append(table);
    const shown = [...Array.from(settings, text => element('p', text)), scroll];
    parameters.forEach(text => shown.push(element('p', 'Hyper-parameters of ' + text)));
    used.forEach(index => shown.push(element('p', 'Machine ' + machines[index][0] + ': ' + machines[index][1])));
    document.getElementById('details-body').replaceChildren(...shown);
    document.getElementById('details').showModal();
  }

  document.addEventListener('change', event => {
    if (event.target.closest('#filters')) filter();
    if (event.target.name === 'cost') chooseCost(event.target.value);
  });
  document.addEventListener('click', event => {
    const button = event.target.closest('.sort');
    if (button) return sort(button);
    const number = event.target.closest('[data-runs]');
    if (number && !event.target.closest('a, summary')) return open(number.dataset.runs);
    if (event.target.id === 'details') event.target.close();
  });
  document.getElementById('filters').addEventListener('submit', event => event.preventDefault());
  // A browser that goes back restores what was chosen.
  window.addEventListener('pageshow', () => {
    filter();
    const chosen = document.querySelector('input[name=cost]:checked');
    if (chosen) chooseCost(chosen.value);
  });
})();
