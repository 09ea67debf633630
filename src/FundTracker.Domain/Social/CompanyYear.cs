using FundTracker.Domain.Registry;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;

namespace FundTracker.Domain.Social;

/// <summary>What a company brought about in a year. What is not stated is null, never zero.</summary>
/// <param name="Revenue">营业收入 revenue.</param>
/// <param name="Tax">纳税 taxes paid.</param>
/// <param name="Research">研发投入 spent on research and development.</param>
/// <param name="Jobs">就业 people employed at the end of the year.</param>
/// <param name="Patents">专利 patents held at the end of the year.</param>
public sealed record YearResults(Money? Revenue, Money? Tax, Money? Research, int? Jobs, int? Patents);

/// <summary>A company's year with the entry that stated it.</summary>
/// <param name="Company">Code of the company.</param>
/// <param name="Year">The year.</param>
/// <param name="Results">What it brought about.</param>
/// <param name="Entry">The entry.</param>
public sealed record CompanyYear(string Company, int Year, YearResults Results, RegistryEntry Entry);

/// <summary>A company's results of a year are stated; stated again they replace the earlier ones from that day on.</summary>
/// <param name="Company">Code of the company.</param>
/// <param name="Year">The year; it is over on the day of the entry.</param>
/// <param name="Results">All that is known; at least one figure.</param>
public sealed record YearStated(string Company, int Year, YearResults Results) : RegistryEvent
{
    /// <inheritdoc/>
    public override string Subject => Company;

    internal override Result<Done> Judge(RegistryState before, IRegistryMembers members, DateOnly on)
    {
        if (!members.IsCompany(Company)) return SocialErrors.CompanyUnknown(Company);
        if (Year > on.Year || on < new DateOnly(Year, 12, 31)) return SocialErrors.YearNotOver(Year, on);
        if (Results is { Revenue: null, Tax: null, Research: null, Jobs: null, Patents: null }) return SocialErrors.NothingStated(Company, Year);
        if (Results.Jobs < 0) return SocialErrors.Negative("jobs", Results.Jobs.Value);
        if (Results.Patents < 0) return SocialErrors.Negative("patents", Results.Patents.Value);
        foreach (var (name, money) in new[] { ("revenue", Results.Revenue), ("research", Results.Research) })
            if (money?.MinorUnits < 0) return SocialErrors.Negative(name, money.Amount);
        return Done.Value;
    }

    internal override void Apply(RegistryState state, RegistryEntry entry) => state.Keep(new CompanyYear(Company, Year, Results, entry));
}

/// <summary>Refusals of companies' results.</summary>
public static class SocialErrors
{
    /// <summary>No company of the code in the books.</summary>
    public static DomainError CompanyUnknown(string company) => new("social.companyUnknown", ("company", company));

    /// <summary>The year is not over, or lies in the future.</summary>
    public static DomainError YearNotOver(int year, DateOnly on) => new("social.yearNotOver", ("year", year), ("on", on));

    /// <summary>No figure is given.</summary>
    public static DomainError NothingStated(string company, int year) => new("social.nothingStated", ("company", company), ("year", year));

    /// <summary>A figure that can't be below zero is. Taxes may be: they are paid back in some years.</summary>
    public static DomainError Negative(string what, decimal value) => new("social.negative", ("what", what), ("value", value));
}
