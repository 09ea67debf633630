using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using MediatR;

namespace FundTracker.Application.Pipeline;

/// <summary>A request that changes something: validated, authorised, in one transaction, audited.</summary>
/// <typeparam name="T">What a success carries.</typeparam>
public interface ICommand<T> : IRequest<Result<T>>;

/// <summary>A request that only reads.</summary>
/// <typeparam name="T">What a success carries.</typeparam>
public interface IQuery<T> : IRequest<Result<T>>;

/// <summary>A request within one mother fund's books; access is checked against its code.</summary>
public interface IWithinBooks
{
    /// <summary>Code of the mother fund.</summary>
    string Books { get; }
}

/// <summary>A request about one fund of the books, so that a sub-fund's manager may send it for its own.</summary>
public interface IAboutFund : IWithinBooks
{
    /// <summary>Code of the fund.</summary>
    string Fund { get; }
}

/// <summary>
/// A request about who sends it (its account, what it recorded itself, the mother funds in its scope), so that a sub-fund's manager may send
/// it too. The handler sees that it stays so.
/// </summary>
public interface IAboutOneself;

/// <summary>A request that may name the paper behind it; the pipeline sees that the paper belongs to the same books.</summary>
public interface IBacked : IWithinBooks
{
    /// <summary>The document, or null.</summary>
    DocumentId? Document { get; }
}

/// <summary>Which roles may send a request. Every request carries one.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class AllowedToAttribute(params Role[] roles) : Attribute
{
    /// <summary>The roles; any one is enough.</summary>
    public IReadOnlyList<Role> Roles { get; } = roles;
}

/// <summary>Everyone who reads money: fund managers, approvers, committee members, auditors.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReadersAttribute() : AllowedToAttribute(Role.FundManager, Role.Approver, Role.CommitteeMember, Role.Auditor);

/// <summary>Readers, and a sub-fund's manager for its own sub-fund; the request is <see cref="IAboutFund"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReadersAndOwnSubFundAttribute()
    : AllowedToAttribute(Role.FundManager, Role.Approver, Role.CommitteeMember, Role.Auditor, Role.SubFundManager);

/// <summary>Those who record: fund managers, and approvers (who may not approve what they recorded).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RecordersAttribute() : AllowedToAttribute(Role.FundManager, Role.Approver);

/// <summary>Those who approve.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ApproversAttribute() : AllowedToAttribute(Role.Approver);
