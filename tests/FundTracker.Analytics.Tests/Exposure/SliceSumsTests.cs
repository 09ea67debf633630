using FundTracker.Analytics.Exposure;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;

namespace FundTracker.Analytics.Tests.Exposure;

public class SliceSumsTests
{
    private static readonly Dimension[] All = Enum.GetValues<Dimension>();

    [Fact]
    public void A_company_counts_once_in_each_slice_that_any_of_its_parts_stands_in()
    {
        SliceSums sums = SliceSums.Of([Company("optics", Part(3, "2020"), Part(4, "2021"), Part(5, "2020")), Company("optics", Part(1, "2021"))]);

        Assert.Equal([("2020", new SliceSum(1, 8, 0)), ("2021", new SliceSum(2, 5, 0))], sums.Of(Dimension.Vintage).OrderBy(slice => slice.Key, StringComparer.Ordinal));
        Assert.Equal([("optics", new SliceSum(2, 13, 0))], sums.Of(Dimension.Sector));
        Assert.Equal((13L, (Int128)145), (sums.Minor, sums.Squares));
    }

    [Fact]
    public void A_slice_knows_how_many_of_its_parts_are_illustrative_and_which_currencies_were_converted_in_it()
    {
        SliceSums sums = SliceSums.Of(
            [Company("optics", Part(3) with { IsIllustrative = true }, Part(4) with { Currency = "USD", IsConverted = true }), Company("energy", Part(1) with { IsIllustrative = true })]);

        Assert.Equal([("CNY", new SliceSum(2, 4, 2)), ("USD", new SliceSum(1, 4, 0))], sums.Of(Dimension.Currency).OrderBy(slice => slice.Key, StringComparer.Ordinal));
        Assert.Equal(["USD"], sums.Converted);
        Assert.Equal(["USD"], sums.ConvertedIn(Dimension.Sector, "optics"));
        Assert.Empty(sums.ConvertedIn(Dimension.Sector, "energy"));
        Assert.Empty(sums.ConvertedIn(Dimension.Stage, "optics"));
    }

    [Fact]
    public void What_is_counted_and_taken_out_again_leaves_no_slice_and_the_sums_before_as_they_were()
    {
        MergedCompany kept = Company("optics", Part(3)), gone = Company("energy", Part(4, "2021") with { Currency = "USD", IsConverted = true, IsIllustrative = true });
        SliceSums before = SliceSums.Of([kept, gone]), after = new(before);
        after.Count(gone, sign: -1);

        Assert.Equal(Text(SliceSums.Of([kept])), Text(after));
        Assert.Equal(Text(SliceSums.Of([kept, gone])), Text(before));
    }

    [Fact]
    public void A_slice_worth_nothing_stands_as_long_as_a_company_stands_in_it() =>
        Assert.Equal([("energy", new SliceSum(1, 0, 0))], SliceSums.Of([Company("energy", Part(0))]).Of(Dimension.Sector));

    [Fact]
    public void Thousands_of_companies_add_up_to_what_they_do_one_after_another()
    {
        MergedCompany[] companies =
        [
            .. Enumerable.Range(0, 5_000).Select(i => Company(
                $"sector{i % 7}", Part(i + 1, $"{2_000 + (i % 3)}") with { IsIllustrative = i % 5 == 0 }, Part(1) with { Currency = $"C{i % 2}", IsConverted = i % 11 == 0 })),
        ];
        SliceSums one = new();
        foreach (MergedCompany company in companies) one.Count(company, sign: 1);

        Assert.Equal(Text(one), Text(SliceSums.Of(companies)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Sums_that_no_longer_fit_are_refused(int sign)
    {
        SliceSums value = new(), slice = new(), squares = new();
        value.Count(Worth(long.MaxValue), sign);
        slice.Count(Worth(0, Part(long.MaxValue)), sign);
        squares.Count(Worth(long.MaxValue), sign);
        squares.Count(Worth(-long.MaxValue), sign);

        Assert.Throws<OverflowException>(() => value.Count(Worth(2), sign));
        Assert.Throws<OverflowException>(() => slice.Count(Worth(0, Part(2)), sign));
        Assert.Throws<OverflowException>(() => squares.Count(Worth(long.MaxValue), sign));
    }

    [Fact]
    public void There_is_no_slice_of_a_dimension_that_there_is_not() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SliceSums.KeyOf((Dimension)7, Company("optics"), Part(1)));

    private static string Text(SliceSums sums) => string.Join('\n', All.SelectMany(by => sums.Of(by).OrderBy(slice => slice.Key, StringComparer.Ordinal)
        .Select(slice => $"{by} {slice.Key} {slice.Sum} {string.Join(',', sums.ConvertedIn(by, slice.Key).Order(StringComparer.Ordinal))}"))
        .Append($"{sums.Minor} {sums.Squares} {string.Join(',', sums.Converted.Order(StringComparer.Ordinal))}"));

    private static HoldingPart Part(long minor, string vintage = "2020") =>
        new(Edge: 0, minor, vintage, "CNY", IsConverted: false, IsIllustrative: false, StaleSince: null);

    private static MergedCompany Worth(long minor, params HoldingPart[] parts)
    {
        MergedCompany company = Company("optics", parts);
        return company with { Row = company.Row with { Value = Money.FromMinor(minor, Currency.Cny) } };
    }

    private static MergedCompany Company(string sector, params HoldingPart[] parts)
    {
        NodeEntry node = new(
            new NodeId(1), NodeKind.PortfolioCompany, "X", BilingualName.Of("X", "X"), Currency.Cny, CreditCode: null, Provenance.Recorded, Stamp.Max);
        long value = parts.Sum(part => part.Minor);
        return new MergedCompany(
            new CompanyExposure(node, sector, "Growth", "district", "PARK", Money.FromMinor(value, Currency.Cny), Money.Zero(Currency.Cny), [], null), parts);
    }
}
