namespace FundTracker.Application.Pipeline;

/// <summary>What a user may be; see the developers' design for what each may do.</summary>
public enum Role
{
    /// <summary>基金经理 records plans, calls, payments, NAVs, investments; imports.</summary>
    FundManager = 1,

    /// <summary>复核人 approves what another recorded; closes and reopens quarters.</summary>
    Approver = 2,

    /// <summary>管委会委员 reads everything in scope, evaluates, resolves.</summary>
    CommitteeMember = 3,

    /// <summary>审计 reads everything, downloads, verifies, exports; writes nothing.</summary>
    Auditor = 4,

    /// <summary>子基金管理人 sees its own sub-fund, hands in NAVs.</summary>
    SubFundManager = 5,

    /// <summary>系统管理员 users, currencies, series; touches no money.</summary>
    Administrator = 6,
}

/// <summary>The door through which a request came.</summary>
public enum Channel
{
    /// <summary>Screens.</summary>
    Web = 1,

    /// <summary>REST API.</summary>
    Api = 2,

    /// <summary>Command line.</summary>
    Cli = 3,
}

/// <summary>Who sends a request. Handlers know nobody else.</summary>
/// <param name="User">User name; written beside everything that is recorded.</param>
/// <param name="Roles">What the user is.</param>
/// <param name="Books">Codes of the mother funds in scope; null for all.</param>
/// <param name="SubFund">Code of the only sub-fund that a <see cref="Role.SubFundManager"/> sees; else null.</param>
/// <param name="Channel">The door.</param>
public sealed record Actor(string User, IReadOnlySet<Role> Roles, IReadOnlySet<string>? Books, string? SubFund, Channel Channel)
{
    /// <summary>Whether the user is one of the roles.</summary>
    public bool IsAny(params IEnumerable<Role> roles) => roles.Any(Roles.Contains);

    /// <summary>Whether the mother fund's books are in scope.</summary>
    public bool MayEnter(string books) => Books is null || Books.Contains(books);
}

/// <summary>The actor of the running request; set once per scope by the dispatcher.</summary>
public sealed class CurrentActor
{
    private Actor? actor;

    /// <summary>The actor.</summary>
    /// <exception cref="InvalidOperationException">Nobody was set: a handler was called past the dispatcher.</exception>
    public Actor Actor => actor ?? throw new InvalidOperationException("A request is sent through the dispatcher, which names the actor.");

    internal void Set(Actor value) => actor = value;
}
