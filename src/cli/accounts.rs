//! `user`, `token` and `audit`: what whoever runs the machine does to accounts. Each act is written to the audit.

use super::{Token, User, setup};
use crate::{
    domain::people::{
        account::{self, NewAccount},
        token,
    },
    platform::{
        config::Config,
        error::{Error, Result},
    },
};

/// Adds, ends or lists accounts.
pub async fn user(user: User, config: Config) -> Result<()> {
    let app = setup::open_data(config).await?;
    match user {
        User::Add { email, name, organisation, make_organisation, role, group, lead } => {
            let new = NewAccount { email, name, organisation, make_organisation, role, group, lead };
            match account::add(&app, &new).await? {
                Some(password) => println!("{password}"),
                None => eprintln!("a membership was added to the account; its password is the same"),
            }
        }
        User::End { email } => account::end(&app, &email).await?,
        User::List => {
            for account in account::list(&app).await? {
                let state = if account.active { "" } else { "ended" };
                let place = [account.organisation.as_str(), account.group_name.as_str()];
                let place = place.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
                println!("{:<40} {:<24} {place} {state}", account.email, account.role.to_string());
            }
        }
    }
    Ok(())
}

/// Issues, lists or takes back tokens.
pub async fn token(act: Token, config: Config) -> Result<()> {
    let app = setup::open_data(config).await?;
    match act {
        Token::Issue { user, ttl } => println!("{}", token::issue(&app, &user, ttl).await?),
        Token::List { user } => {
            for (id, token) in token::list(&app, &user).await? {
                println!("{id} until {}", token.expires_at.format("%F %R UTC"));
            }
        }
        Token::Revoke { user } => println!("{} tokens taken back", token::revoke(&app, &user).await?),
    }
    Ok(())
}

/// Checks the seals of the audit.
pub async fn audit(_head: Option<String>, config: Config) -> Result<()> {
    let _app = setup::open_data(config).await?;
    Err(Error::BadInput("the audit is not sealed in this version".into()))
}
