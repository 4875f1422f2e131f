(() => {
  'use strict';
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const root = document.documentElement;

  // Where we are: "#anchor?name=value&name=value"; either part may be missing.
  const place = () => {
    const [anchor, query] = decode(location.hash.slice(1)).split('?');
    return { anchor, query: new URLSearchParams(query || '') };
  };
  const decode = (text) => {
    try {
      return decodeURI(text);
    } catch {
      return text;
    }
  };
  const keep = (query) => {
    const text = query.toString();
    history.replaceState(null, '', text ? '#?' + text : '#');
  };

  // Theme: the system's, until somebody chooses.
  const theme = document.getElementById('theme');
  const store = {
    read: () => {
      try {
        return localStorage.getItem('streamgauge.theme');
      } catch {
        return null;
      }
    },
    write: (value) => {
      try {
        localStorage.setItem('streamgauge.theme', value);
      } catch {
        // A page opened from a file may not remember; it still changes.
      }
    },
  };
  const dark = () =>
    root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  const wear = (value) => {
    if (value === 'dark' || value === 'light') root.dataset.theme = value;
    theme.textContent = dark() ? 'Light' : 'Dark';
    theme.setAttribute('aria-label', dark() ? 'Light colours' : 'Dark colours');
  };
  wear(store.read());
  theme.hidden = false;
  theme.addEventListener('click', () => {
    wear(dark() ? 'light' : 'dark');
    store.write(root.dataset.theme);
  });

  // Tables sort by a click on a column; the order is part of the address.
  const sort = (table, column, descending) => {
    const body = table.tBodies[0];
    const key = (row) => row.cells[column].dataset.v;
    const rows = [...body.rows].sort((a, b) => {
      const [x, y] = [key(a), key(b)];
      const order =
        x !== undefined && y !== undefined
          ? x - y
          : x !== undefined || y !== undefined
            ? (x === undefined) - (y === undefined)
            : a.cells[column].textContent.localeCompare(b.cells[column].textContent);
      return descending ? -order : order;
    });
    body.append(...rows);
    all('thead th', table).forEach((head, i) =>
      i === column ? head.setAttribute('aria-sort', descending ? 'descending' : 'ascending') : head.removeAttribute('aria-sort'));
  };
  all('table:not(.cases)').forEach((table) => {
    all('thead th', table).forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const descending = head.getAttribute('aria-sort') === 'ascending';
        sort(table, column, descending);
        const { query } = place();
        query.set('sort', [table.id, column, descending ? 'down' : 'up'].join('~'));
        keep(query);
      });
    });
  });

  // The matrix filters by words, outcome, family and level; the filter is part of the address.
  const matrix = document.querySelector('.matrix');
  const form = matrix && matrix.querySelector('form');
  const names = ['q', 'outcome', 'family', 'level', 'differ'];
  const failing = (cell) => cell.classList.contains('bad');
  const shows = (row, family, wanted) => {
    const outcomes = [...row.cells].slice(3);
    const words = outcomes.map((cell) => cell.textContent.trim().split(/\s+/)[1]);
    return (
      (!wanted.q || row.textContent.toLowerCase().includes(wanted.q.toLowerCase())) &&
      (!wanted.family || wanted.family === family) &&
      (!wanted.level || wanted.level === row.cells[2].textContent) &&
      (!wanted.differ || new Set(words).size > 1) &&
      (!wanted.outcome || (wanted.outcome === 'failing' ? outcomes.some(failing) : words.includes(wanted.outcome)))
    );
  };
  const filter = () => {
    const wanted = Object.fromEntries(new FormData(form));
    let shown = 0;
    let total = 0;
    all('tbody', matrix).forEach((body) => {
      let any = false;
      all('tr[id]', body).forEach((row) => {
        row.hidden = !shows(row, body.dataset.family, wanted);
        total++;
        if (!row.hidden) {
          shown++;
          any = true;
        }
      });
      body.hidden = !any;
    });
    form.querySelector('output').textContent =
      shown === total ? total + ' cases' : shown + ' of ' + total + ' cases';
  };
  const fill = (query) => names.forEach((name) => {
    const field = form.elements[name];
    if (field && field.type === 'checkbox') field.checked = query.has(name);
    else if (field) field.value = query.get(name) || '';
  });
  if (form) {
    form.hidden = false;
    const changed = () => {
      const { query } = place();
      const wanted = Object.fromEntries(new FormData(form));
      names.forEach((name) => (wanted[name] ? query.set(name, wanted[name]) : query.delete(name)));
      keep(query);
      filter();
    };
    form.addEventListener('input', changed);
    form.addEventListener('reset', () => setTimeout(changed));
    form.addEventListener('submit', (event) => event.preventDefault());
    matrix.addEventListener('click', (event) => {
      const head = event.target.closest('tr[id] > th');
      if (head) location.hash = head.parentElement.id;
    });
  }

  // An address may lead into what is folded or filtered away.
  const arrive = () => {
    const { anchor, query } = place();
    if (form) {
      fill(query);
      filter();
    }
    const [table, column, way] = (query.get('sort') || '').split('~');
    const sorted = table && document.getElementById(table);
    if (sorted && sorted.tHead && column < sorted.tHead.rows[0].cells.length) sort(sorted, Number(column), way === 'down');
    const target = anchor && document.getElementById(anchor);
    if (!target) return;
    for (let at = target; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
    all('.here').forEach((row) => row.classList.remove('here'));
    if (target.tagName === 'TR') target.classList.add('here');
    if (target.hidden && form) form.reset();
    if (query.size || target.tagName === 'TR') target.scrollIntoView({ behavior: 'instant' });
  };
  addEventListener('hashchange', arrive);
  arrive();

  // Paper has nothing to unfold.
  addEventListener('beforeprint', () => all('details').forEach((part) => (part.open = true)));

  // The raw data, as it came.
  all('.download').forEach((button) => {
    const data = button.parentElement.querySelector('script[type="application/json"]');
    button.hidden = false;
    button.addEventListener('click', () => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([data.textContent], { type: 'application/json' }));
      link.download = data.dataset.name.replace(/[^\w.-]+/g, '-') || 'data.json';
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    });
  });
})();
