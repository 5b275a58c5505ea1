//! The database as it is read: an answer that waits for a statement is known to wait (`waits`). Knows no statement.

use std::pin::Pin;

use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr, ExecResult, QueryResult, Statement};

use super::waits::outside;

/// The connections to the database, for statements alone.
#[derive(Clone, Debug)]
pub struct Counted(DatabaseConnection);

/// What a statement gives, as `ConnectionTrait` spells it.
type Given<'a, T> = Pin<Box<dyn Future<Output = Result<T, DbErr>> + Send + 'a>>;

impl From<DatabaseConnection> for Counted {
    fn from(database: DatabaseConnection) -> Self {
        Self(database)
    }
}

impl ConnectionTrait for Counted {
    fn get_database_backend(&self) -> DbBackend {
        self.0.get_database_backend()
    }

    fn execute_raw<'a, 'given>(&'a self, statement: Statement) -> Given<'given, ExecResult>
    where
        'a: 'given,
        Self: 'given,
    {
        Box::pin(outside(self.0.execute_raw(statement)))
    }

    fn execute_unprepared<'a, 'text, 'given>(&'a self, text: &'text str) -> Given<'given, ExecResult>
    where
        'a: 'given,
        'text: 'given,
        Self: 'given,
    {
        Box::pin(outside(self.0.execute_unprepared(text)))
    }

    fn query_one_raw<'a, 'given>(&'a self, statement: Statement) -> Given<'given, Option<QueryResult>>
    where
        'a: 'given,
        Self: 'given,
    {
        Box::pin(outside(self.0.query_one_raw(statement)))
    }

    fn query_all_raw<'a, 'given>(&'a self, statement: Statement) -> Given<'given, Vec<QueryResult>>
    where
        'a: 'given,
        Self: 'given,
    {
        Box::pin(outside(self.0.query_all_raw(statement)))
    }
}
