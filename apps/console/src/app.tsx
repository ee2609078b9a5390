import { type ReactNode, useEffect } from 'react';
import { Link, NavLink, Route, Routes, useLocation } from 'react-router';
import { CASEWORK } from './forms/routes';
import { CasePage } from './case/case-page';
import { FindPage } from './find/find-page';
import { INSPECTORATE } from './inspectorate/routes';
import { OrderPage } from './order/order-page';
import { SignedIn, useSession } from './session';
import { SignInForm } from './sign-in-form';
import { SuspectPage } from './suspect/suspect-page';
import { within } from './words';
import { WorkListPage } from './work-list/work-list-page';

export function App(): ReactNode {
  return (
    <>
      <a href="#main" className="govuk-skip-link">
        Skip to main content
      </a>
      <SignedIn
        form={(signIn) => (
          <>
            <Header />
            <Main>
              <SignInForm signIn={signIn} />
            </Main>
          </>
        )}
      >
        <Header>
          <Navigation />
        </Header>
        <Main>
          <Routes>
            <Route path="/" element={<WorkListPage />} />
            <Route path="/find" element={<FindPage />} />
            <Route path="/suspects/:id" element={<SuspectPage />} />
            <Route path="/cases/:id" element={<CasePage />} />
            <Route path="/orders/:id" element={<OrderPage />} />
            {CASEWORK}
            {INSPECTORATE}
            <Route path="*" element={<h1 className="govuk-heading-l">There is no such page</h1>} />
          </Routes>
        </Main>
      </SignedIn>
    </>
  );
}

function Header({ children }: { children?: ReactNode }): ReactNode {
  return (
    <header className="bar">
      <div className="govuk-width-container bar__inside">
        <Link to="/" className="bar__name">
          Throughline
        </Link>
        {children}
      </div>
    </header>
  );
}

function Navigation(): ReactNode {
  const { me, purpose, signOut } = useSession();
  return (
    <>
      <nav aria-label="Pages">
        <ul className="bar__pages">
          <li>
            <NavLink to="/" end>
              Work list
            </NavLink>
          </li>
          <li>
            <NavLink to="/find">Search</NavLink>
          </li>
          {me.scopes.includes('inspection:read') && (
            <>
              <li>
                <NavLink to="/inspections">Inspections</NavLink>
              </li>
              <li>
                <NavLink to="/recommendations">Recommendations</NavLink>
              </li>
            </>
          )}
        </ul>
      </nav>
      <p className="bar__who">
        {me.name}, {me.agency.name}, for {within(purpose)}{' '}
        <button type="button" className="bar__sign-out" onClick={signOut}>
          Sign out
        </button>
      </p>
    </>
  );
}

function Main({ children }: { children: ReactNode }): ReactNode {
  const { pathname } = useLocation();
  // A new page begins at its top, for readers by eye and by ear alike.
  useEffect(() => {
    window.scrollTo(0, 0);
    const title = document.querySelector('h1')?.textContent;
    document.title = title ? `${title} – Throughline` : 'Throughline';
  }, [pathname]);
  return (
    <div className="govuk-width-container">
      <main className="govuk-main-wrapper" id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
