//! `user`, `token` and `audit`: what whoever runs the machine does to accounts. Each act is written to the audit.

use super::{Token, User, setup};
use crate::{
    domain::{
        people::{
            account::{self, NewAccount},
            second_factor, token,
        },
        record::audit,
    },
    platform::{
        config::Config,
        error::{Error, Result},
        fan_out,
    },
};

/// Adds, ends or lists accounts.
pub async fn user(user: User, config: Config) -> Result<()> {
    let app = setup::open_data(config).await?;
    let redis = app.config().redis_url.as_ref().map(fan_out::client).transpose()?;
    match user {
        User::Add { email, name, organisation, make_organisation, role, group, lead } => {
            let new = NewAccount { email, name, organisation, make_organisation, role, group, lead };
            match account::add(&app, &new).await? {
                Some(link) => hand_over(&link),
                None => eprintln!("a membership was added to the account; its password is the same"),
            }
        }
        User::Link { email } => hand_over(&account::link(&app, &email).await?),
        User::End { email } => account::end(&app, &email).await?,
        User::Wake { email } => account::wake(&app, &email).await?,
        User::ResetSecondFactor { email } => second_factor::reset(&app, &email).await?,
        User::List => {
            for account in account::listed(&app).await? {
                let state = if account.active { "" } else { "ended" };
                let place = [account.organisation.as_str(), account.group_name.as_str()];
                let place = place.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
                println!("{:<40} {:<24} {place} {state}", account.email, account.role.to_string());
            }
        }
    }
    if let Some(redis) = redis {
        app.cache().tell(&redis).await;
    }
    Ok(())
}

/// The link alone on standard output, so that it can be passed on; what it is beside it.
fn hand_over(link: &str) {
    println!("{link}");
    eprintln!("this link works once, within 24 hours, at the address that people type (RIDGEWAY_PUBLIC_URL)");
}

/// Issues, lists or takes back tokens.
pub async fn token(act: Token, config: Config) -> Result<()> {
    let app = setup::open_data(config).await?;
    match act {
        Token::Issue { user, ttl, scope } => {
            let (token, scope) = token::issue_within(&app, &user, ttl, scope).await?;
            println!("{token}");
            eprintln!("it opens {scope}");
        }
        Token::List { user } => {
            for (id, token) in token::list(&app, &user).await? {
                println!("{id} until {}, opens {}", token.expires_at.format("%F %R UTC"), token.scope);
            }
        }
        Token::Revoke { user } => println!("{} tokens taken back", token::revoke(&app, &user).await?),
    }
    Ok(())
}

/// Checks the seals of the audit.
pub async fn audit(head: Option<String>, config: Config) -> Result<()> {
    let app = setup::open_data(config).await?;
    let noted = head.map(|head| noted(&head)).transpose()?;
    let last_noted = noted.as_ref().map(|(number, _)| *number);
    let verdict = audit::verify(&app, noted).await?;
    if let Some(broken) = verdict.broken {
        return Err(Error::BadInput(
            format!(
                "the audit is broken: {broken}; {} entries before it are right, {} wait for their seal",
                verdict.right, verdict.waiting
            )
            .into(),
        ));
    }
    println!("{} entries are as they were sealed; {} wait for their seal", verdict.right, verdict.waiting);
    if let Some(head) = verdict.head {
        println!("head {}:{}", head.number, head.seal);
        if last_noted == Some(head.number) {
            println!("nothing was sealed after the head that you noted");
        }
    }
    Ok(())
}

/// A head as the log and this command write it: number and seal.
fn noted(head: &str) -> Result<(i64, String)> {
    head.split_once(':')
        .and_then(|(number, seal)| Some((number.trim().parse().ok()?, seal.trim().to_owned())))
        .filter(|(number, seal)| *number > 0 && !seal.is_empty())
        .ok_or(Error::BadInput("--head is a number and a seal, such as 120:9f0c...".into()))
}
