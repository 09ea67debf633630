using FundTracker.Domain.Carriers;
using FundTracker.Domain.Social;
using FundTracker.Domain.Values;
using static FundTracker.Domain.Tests.Registry.RegistryBook;

namespace FundTracker.Domain.Tests.Registry;

/// <summary>What may be stated of a company's year, and areas at zero.</summary>
public sealed class YearStatedTests
{
    private static readonly YearResults Nothing = new(null, null, null, null, null);

    [Fact]
    public void A_year_is_stated_once_it_is_over_and_of_a_company_of_the_books()
    {
        var book = new RegistryBook();
        Assert.Equal("social.yearNotOver", book.Refused("2023-12-30", Of(2023, Nothing with { Jobs = 3 })));
        Assert.Equal("social.yearNotOver", book.Refused("2023-12-31", Of(2024, Nothing with { Jobs = 3 })));
        Assert.Equal("social.companyUnknown", book.Refused("2023-12-31", Of(2023, Nothing with { Jobs = 3 }) with { Company = "FUND1" }));
        book.Must("2023-12-31", Of(2023, Nothing with { Jobs = 3 }));
        book.Must("2023-12-31", Of(2022, Nothing with { Jobs = 2 }));
        Assert.Equal((3, 2), (book.State.Years[("CO1", 2023)].Results.Jobs, book.State.Years[("CO1", 2022)].Results.Jobs));
    }

    [Fact]
    public void A_year_of_which_nothing_is_stated_is_none_and_zero_is_something()
    {
        var book = new RegistryBook();
        Assert.Equal("social.nothingStated", book.Refused("2023-12-31", Of(2023, Nothing)));
        YearResults[] zeros =
        [
            Nothing with { Revenue = Yuan(0) }, Nothing with { Tax = Yuan(0) }, Nothing with { Research = Yuan(0) }, Nothing with { Jobs = 0 }, Nothing with { Patents = 0 },
        ];
        foreach (var zero in zeros)
        {
            book.Must("2023-12-31", Of(2023, zero));
            Assert.Equal(zero, book.State.Years[("CO1", 2023)].Results);
        }
    }

    [Fact]
    public void Only_taxes_may_be_below_zero()
    {
        var book = new RegistryBook();
        YearResults[] below = [Nothing with { Revenue = Yuan(-1) }, Nothing with { Research = Yuan(-1) }, Nothing with { Jobs = -1 }, Nothing with { Patents = -1 }];
        Assert.All(below, results => Assert.Equal("social.negative", book.Refused("2023-12-31", Of(2023, results))));
        book.Must("2023-12-31", Of(2023, Nothing with { Tax = Yuan(-1) }));
    }

    [Theory]
    [InlineData("jobs", -2)]
    [InlineData("patents", -3)]
    [InlineData("revenue", -4)]
    [InlineData("research", -5)]
    public void A_refusal_names_the_figure_and_its_value(string what, int value)
    {
        var results = what switch
        {
            "jobs" => Nothing with { Jobs = value },
            "patents" => Nothing with { Patents = value },
            "revenue" => Nothing with { Revenue = Yuan(value) },
            _ => Nothing with { Research = Yuan(value) },
        };
        Assert.Equal(
            FormattableString.Invariant($"social.negative(what={what}, value={value})"), new RegistryBook().Refusal("2023-12-31", Of(2023, results)).ToString());
    }

    [Fact]
    public void A_year_stated_again_replaces_the_earlier_statement_from_that_day_on()
    {
        var book = new RegistryBook();
        book.Must("2024-01-31", Of(2023, Nothing with { Jobs = 3, Patents = 1 }));
        book.Must("2024-06-30", Of(2023, Nothing with { Jobs = 4 }));
        Assert.Equal(new YearResults(null, null, null, 3, 1), book.On("2024-06-29").Years[("CO1", 2023)].Results);
        Assert.Equal(new YearResults(null, null, null, 4, null), book.On("2024-06-30").Years[("CO1", 2023)].Results);
    }

    [Fact]
    public void Areas_may_be_zero_and_not_below()
    {
        var book = new RegistryBook();
        book.Must("2023-01-01", new CarrierOpened("PARK", Name("园区"), CarrierKind.Station, null, null, new CarrierExtent(CarrierStatus.Live, 0m, 0m)));
        book.Must("2023-01-01", new TenantSigned("T1", "PARK", TenantKind.Project, Name("项目"), null, 0m));
        Assert.Equal("carrier.areaNegative", book.Refused("2023-01-01", new TenantSigned("T2", "PARK", TenantKind.Project, Name("项目"), null, -0.01m)));
        Assert.Equal("carrier.tenancyExists", book.Refused("2023-01-01", new TenantSigned("T1", "PARK", TenantKind.Project, Name("项目"), null, 0m)));
        Assert.Equal("carrier.companyUnknown", book.Refused("2023-01-01", new TenantSigned("T2", "PARK", TenantKind.Project, Name("项目"), "FUND1", 0m)));
        Assert.Equal("carrier.unknown", book.Refused("2023-01-01", new TenantSigned("T2", "ELSEWHERE", TenantKind.Project, Name("项目"), null, 0m)));
        book.Must("2023-01-02", new TenantMoved("PARK", "T1", TenancyStage.Settled, 0m, ""));
        book.Must("2023-01-02", new TenantMoved("PARK", "T1", TenancyStage.Settled, 0m, ""));
        Assert.Equal("carrier.areaNegative", book.Refused("2023-01-03", new TenantMoved("PARK", "T1", TenancyStage.Producing, -0.01m, "")));
        Assert.Equal("carrier.stageBack", book.Refused("2023-01-03", new TenantMoved("PARK", "T1", TenancyStage.Signed, null, "")));
        Assert.Equal("carrier.leftWithoutReason", book.Refused("2023-01-03", new TenantMoved("PARK", "T1", TenancyStage.Left, null, "")));
        Assert.Equal("carrier.tenancyUnknown", book.Refused("2023-01-03", new TenantMoved("ELSEWHERE", "T1", TenancyStage.Producing, null, "")));
        Assert.Equal("carrier.overfilled", book.Refused("2023-01-03", new TenantMoved("PARK", "T1", TenancyStage.Producing, 0.01m, "")));
    }

    private static YearStated Of(int year, YearResults results) => new("CO1", year, results);

    private static Money Yuan(decimal amount) => Money.Of(amount, Currency.Cny);
}
