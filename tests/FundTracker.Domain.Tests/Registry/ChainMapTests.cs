using FundTracker.Analytics.Registry;
using FundTracker.Domain.Figures;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Registry;

/// <summary>Where companies stand on the map of chains, and in which order sectors do.</summary>
public sealed class ChainMapTests
{
    // In dollars, sold whole and known later: not on the map.
    private const string Books = """
        mother M CNY
        fund F CNY
        fund G CNY
        fund H USD
        company Z1
        company A1
        company A2
        company B1
        company N1
        company D1
        company S1
        company L1
        2023-01-01 M keyFields = optics,energy
        2023-01-01 A2 sector = energy
        2023-01-01 A2 chainSegment = Hardware
        2023-01-01 A1 sector = energy
        2023-01-01 A1 chainSegment = Hardware
        2023-01-01 Z1 sector = zinc
        2023-01-01 Z1 chainSegment = Application
        2023-01-01 B1 sector = biology
        2023-01-01 D1 sector = dyes
        2023-01-01 S1 sector = steel
        2023-01-01 L1 sector = lead
        2023-02-01 F->N1 Investment 1.00
        2023-02-01 F->Z1 Investment 2.00
        2023-02-01 F->A2 Investment 3.00
        2023-02-01 G->A2 Investment 4.00
        2023-02-01 M->A1 InvestmentInKind 5.00
        2023-02-01 F->B1 Investment 6.00
        2023-02-01 H->D1 Investment 7.00
        2023-02-01 F->S1 Investment 8.00
        2023-03-01 F->S1 CostRelieved 8.00
        2023-03-01 F->A2 CostRelieved 2.99
        2024-02-01 F->L1 Investment 9.00
        """;

    [Fact]
    public void Key_fields_come_first_as_agreed_then_other_sectors_by_code_and_last_what_no_sector_is_stated_of()
    {
        var map = ChainMap.Of(TestBooks.Of(Books).View("2023-12-31"));
        Assert.Equal(
            [("optics", true), ("energy", true), ("biology", false), ("zinc", false), ("", false)], map.Select(row => (row.Sector, row.IsKeyField)));
    }

    [Fact]
    public void A_cell_holds_its_companies_by_code_at_all_that_was_put_into_them()
    {
        var view = TestBooks.Of(Books).View("2023-12-31");
        var energy = ChainMap.Of(view)[1];

        Assert.Equal(
            ["Hardware A1,A2 12.00", "Software gap 0.00", "Content gap 0.00", "Application gap 0.00", "  0.00"],
            energy.Cells.Select(cell => $"{cell.Segment} {string.Join(',', cell.Companies.Select(company => company.Code))}{(cell.IsGap ? "gap" : "")} {cell.Invested.Require().ToPlainText()}"));
        var hardware = energy.Cells[0].Invested;
        Assert.Equal("chain.invested@M/sector:energy/segment:Hardware", $"{hardware.Id}");
        Assert.Equal([2, 3, 4], Assert.IsType<LinesInput>(Assert.Single(hardware.Trail.Inputs)).Lines(view));
        Assert.Empty(energy.Cells[1].Invested.Trail.Inputs);
    }

    [Fact]
    public void A_company_without_a_segment_stands_in_the_last_cell_which_is_never_a_gap()
    {
        var rows = ChainMap.Of(TestBooks.Of(Books).View("2023-12-31"));
        Assert.Equal(["B1"], rows[2].Cells[^1].Companies.Select(company => company.Code));
        Assert.Equal([true, true, true, true, false], rows[2].Cells.Select(cell => cell.IsGap));
        Assert.Equal(["N1"], rows[^1].Cells[^1].Companies.Select(company => company.Code));
    }

    [Fact]
    public void A_map_without_key_fields_or_companies_is_empty() => Assert.Empty(ChainMap.Of(TestBooks.Of("mother M CNY\ncompany A").View("2023-12-31")));
}
