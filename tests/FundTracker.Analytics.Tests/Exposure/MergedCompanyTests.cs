using FundTracker.Analytics.Exposure;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Tests.Exposure;

public class MergedCompanyTests
{
    [Fact]
    public void Companies_stand_by_value_and_those_of_one_value_by_code()
    {
        MergedCompany[] companies = [.. new[] { ("E", 5), ("D", 7), ("B", 7), ("C", 7), ("A", 5), ("F", 9), ("H", 1), ("G", 1) }.Select(Company)];
        MergedCompany.Sort(companies);
        Assert.Equal("F B C D A E G H", string.Join(' ', companies.Select(company => company.Row.Company.Code)));
        MergedCompany.Sort([]);
        MergedCompany[] reversed = [.. Enumerable.Range(0, 40).Select(i => Company(($"C{40 - i:00}", 3)))];
        MergedCompany.Sort(reversed);
        Assert.Equal(reversed.Select(company => company.Row.Company.Code).Order(StringComparer.Ordinal), reversed.Select(company => company.Row.Company.Code));
    }

    private static MergedCompany Company((string Code, int Value) one)
    {
        NodeEntry node = new(
            new NodeId(1), NodeKind.PortfolioCompany, one.Code, BilingualName.Of(one.Code, one.Code), Currency.Cny, CreditCode: null, Provenance.Recorded, Stamp.Max);
        Money value = Money.Of(one.Value, Currency.Cny);
        return new MergedCompany(new CompanyExposure(node, "", "", "", "", value, value, [], null), []);
    }
}
