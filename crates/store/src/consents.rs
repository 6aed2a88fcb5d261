//! Who agreed to the registry's rules, in which request.

use engine::model::{Consent, DomainId, OperationId};
use engine::ports::store::{Consents, ConsentsMut, Result};

use crate::columns::Columns;
use crate::document;
use crate::sql::Sql;
use crate::tables::{Tables, values};

impl<C: Sql> Consents for Tables<C> {
    fn consents_of(&self, domain: DomainId) -> Result<Vec<(OperationId, Consent)>> {
        self.sql.all(SELECT, values![domain], consent)
    }
}

impl<C: Sql> ConsentsMut for Tables<C> {
    fn put_consent(&self, operation: OperationId, domain: DomainId, consent: &Consent) -> Result<()> {
        let person = document::text(consent)?;
        self.update(INSERT, values![domain, operation, &person])
    }
}

fn consent(columns: &mut Columns<'_>) -> Result<(OperationId, Consent)> {
    Ok((columns.read()?, columns.document()?))
}

const SELECT: &str = "SELECT operation, person FROM consent WHERE domain_id = $1 ORDER BY operation";
const INSERT: &str = "INSERT INTO consent (domain_id, operation, person) VALUES ($1, $2, $3)";
