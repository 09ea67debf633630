using FundTracker.Persistence;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FundTracker.Migrations.SqlServer;

/// <summary>The views name the fields of a printed record that are invented, and there is one of financing rounds.</summary>
[DbContext(typeof(FundTrackerDb))]
[Migration("20261127190000_InventedInViews")]
public sealed class InventedInViews : Migration
{
    private const string Provenance = " AS \"Provenance\"";
    private const string AmountOfShare = " AS \"Amount\", s.\"Currency\"";

    private static readonly string[] Views = ["LedgerLinesDecimal", "VoucherLinesDecimal", "CapitalCallSharesDecimal", "TranchesDecimal"];
    private static readonly string[] Names = ["Day", "Amount", "Parties", "Round", "Terms", "BudgetYear"];

    private static string LedgerLines => TriggersAndViews.LedgerLines.Replace(CurrencyExchange.Last, CurrencyExchange.Names);

    private static string VoucherLines => TriggersAndViews.VoucherLines.Replace(CurrencyExchange.Last, CurrencyExchange.Names);

    private static string MarkedShares => TriggersAndViews.CapitalCallShares.Replace(
        AmountOfShare, $"{AmountOfShare}, {TriggersAndViews.Provenance("c.\"Provenance\"")}{Provenance}, {Fields("c.\"Invented\"")} AS \"Invented\"");

    private static string FinancingRounds => $"""
        CREATE VIEW "FinancingRoundsDecimal" AS
        SELECT r."Id", f."Code" AS "Books", c."Code" AS "Company", r."Name", r."Date",
            CASE WHEN a."Raised" IS NOT NULL THEN {TriggersAndViews.Amount("a.\"Raised\"", "a.\"Currency\"")} END AS "Raised", a."Currency", r."CoInvestors",
            {TriggersAndViews.Provenance("r.\"Provenance\"")} AS "Provenance", {Fields("r.\"Invented\"")} AS "Invented"
        FROM "FinancingRounds" AS r
        JOIN "Nodes" AS c ON c."Id" = r."Company"
        JOIN "Nodes" AS f ON f."Id" = r."MotherFund"
        LEFT JOIN (SELECT "Round", "Currency", SUM("AmountMinor") AS "Raised" FROM "LedgerLines" WHERE "Kind" = 56 GROUP BY "Round", "Currency") AS a
            ON a."Round" = r."Id";
        """;

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Drop(migrationBuilder, Views);
        Create(migrationBuilder, Marked(LedgerLines, "l"), Marked(VoucherLines, "l"), MarkedShares, Marked(TriggersAndViews.Tranches, "t"), FinancingRounds);
    }

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        Drop(migrationBuilder, [.. Views, "FinancingRoundsDecimal"]);
        Create(migrationBuilder, LedgerLines, VoucherLines, TriggersAndViews.CapitalCallShares, TriggersAndViews.Tranches);
    }

    private static void Drop(MigrationBuilder migrationBuilder, IEnumerable<string> views)
    {
        foreach (var view in views) migrationBuilder.Sql($"""DROP VIEW "{view}";""");
    }

    private static void Create(MigrationBuilder migrationBuilder, params IEnumerable<string> views)
    {
        foreach (var view in views) migrationBuilder.Sql(TriggersAndViews.Alone(view));
    }

    private static string Marked(string view, string table) =>
        view.Replace(Provenance, $"{Provenance}, {Fields($"{table}.\"Invented\"")} AS \"Invented\"");

    /// <summary>Names of the invented fields, one behind the other; empty where there are none.</summary>
    private static string Fields(string column) => "SUBSTRING("
        + string.Join(" + ", Names.Select((name, i) => $"CASE WHEN ({column} & {1 << i}) <> 0 THEN ', {name}' ELSE '' END")) + ", 3, 100)";
}
