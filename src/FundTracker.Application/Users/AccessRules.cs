using FluentValidation;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Results;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Users;

/// <summary>
/// Which roles and scopes go together. Three kinds of account are only that: an administrator touches no money, an auditor writes nothing
/// that it would later examine, and a sub-fund's manager is an outsider. A fund manager, an approver and a committee member may be one person,
/// who even then approves nothing that it recorded.
/// </summary>
internal static class AccessRules
{
    private static readonly Role[] OnlyThat = [Role.Administrator, Role.Auditor, Role.SubFundManager];

    /// <summary>Rules that need no database.</summary>
    public static void Have<T>(AbstractValidator<T> validator, Func<T, Access> access)
    {
        validator.RuleFor(c => access(c).Roles).NotEmpty().OverridePropertyName(nameof(Access.Roles));
        validator.RuleForEach(c => access(c).Roles).IsInEnum().OverridePropertyName(nameof(Access.Roles));
        validator.RuleFor(c => access(c).Roles)
            .Must(roles => roles.Distinct().Count() < 2 || !roles.Any(OnlyThat.Contains))
            .WithErrorCode("users.rolesExclude").OverridePropertyName(nameof(Access.Roles));
        validator.RuleFor(c => access(c).Books!).NotEmpty().When(c => access(c).Books is not null).OverridePropertyName(nameof(Access.Books));
        validator.RuleFor(c => access(c)).Must(one => one.Roles.Contains(Role.SubFundManager) == !string.IsNullOrWhiteSpace(one.SubFund))
            .WithErrorCode("users.subFundNeeded").OverridePropertyName(nameof(Access.SubFund));
        validator.RuleFor(c => access(c)).Must(one => !one.Roles.Contains(Role.SubFundManager) || one.Books is { Count: 1 })
            .WithErrorCode("users.oneMotherFund").OverridePropertyName(nameof(Access.Books));
    }

    /// <summary>Sees that the funds named are there.</summary>
    /// <returns>The access with codes as they are stored, or what is not found.</returns>
    public static async Task<Result<Access>> Check(Desk desk, Access access, CancellationToken cancellation)
    {
        if (access.Books is null) return access;
        var wanted = access.Books.Select(code => code.Trim().ToUpperInvariant()).Distinct(StringComparer.Ordinal).ToList();
        var funds = await desk.Db.Nodes.AsNoTracking().OfType<MotherFund>()
            .Where(fund => wanted.Contains(fund.Code)).ToListAsync(cancellation);
        var missing = wanted.Except(funds.Select(fund => fund.Code), StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
            return Result<Access>.Refused([.. missing.Select(code => PipelineErrors.NotFound("books", code).At(nameof(Access.Books)))]);
        var subFund = access.SubFund?.Trim().ToUpperInvariant();
        if (string.IsNullOrEmpty(subFund)) return access with { Books = wanted, SubFund = null };
        var home = funds[0].Id;
        var isThere = await desk.Db.Nodes.OfType<SubFund>()
            .AnyAsync(fund => fund.Code == subFund && fund.MotherFund == home, cancellation);
        return isThere
            ? access with { Books = wanted, SubFund = subFund }
            : PipelineErrors.NotFound("subFund", subFund).At(nameof(Access.SubFund));
    }
}
