using FundTracker.Persistence;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FundTracker.Migrations.SqlServer;

/// <summary>What the model can't say: tables that are only added to, an index on an amount, views for people who query.</summary>
[DbContext(typeof(FundTrackerDb))]
[Migration("20261122000001_TriggersAndViews")]
public sealed class TriggersAndViews : Migration
{
    private static readonly string[] Views = ["LedgerLinesDecimal", "VoucherLinesDecimal", "CapitalCallSharesDecimal", "TranchesDecimal"];

    private static readonly string[] AppendOnly = ["LedgerLines", "Facts", "AuditEntries", "PeriodEvents", "Edges"];

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in AppendOnly) migrationBuilder.Sql(Alone(Refuse(table)));
        migrationBuilder.Sql(
            """CREATE INDEX "IX_LedgerLines_Edge_Kind_EffectiveDate_AmountMinor" ON "LedgerLines" ("Edge", "Kind", "EffectiveDate", "AmountMinor");""");
        migrationBuilder.Sql(Alone(LedgerLines));
        migrationBuilder.Sql(Alone(VoucherLines));
        migrationBuilder.Sql(Alone(CapitalCallShares));
        migrationBuilder.Sql(Alone(Tranches));
    }

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var view in Views) migrationBuilder.Sql($"""DROP VIEW "{view}";""");
        migrationBuilder.Sql("""DROP INDEX "IX_LedgerLines_Edge_Kind_EffectiveDate_AmountMinor" ON "LedgerLines";""");
        foreach (var table in AppendOnly) migrationBuilder.Sql($"""DROP TRIGGER "{table}_AppendOnly";""");
    }

    /// <summary>A trigger or a view must be alone in its batch; so the script of the migrations hands it over as text.</summary>
    internal static string Alone(string statement) => $"EXEC(N'{statement.Replace("'", "''")}');";

    private static string Refuse(string table) => $"""
        CREATE TRIGGER "{table}_AppendOnly" ON "{table}" INSTEAD OF UPDATE, DELETE AS
        BEGIN
            SET NOCOUNT ON;
            THROW 51000, '{table} is only added to: correct by a new entry', 1;
        END
        """;

    /// <summary>A column has one scale, that of the currency with the most decimals.</summary>
    internal static string Amount(string minor, string currency) => $"""
        CAST(CAST({minor} AS decimal(28, 3)) / CASE {currency} WHEN 'JPY' THEN 1 WHEN 'KRW' THEN 1 WHEN 'KWD' THEN 1000 ELSE 100 END AS decimal(28, 3))
        """;

    /// <summary>Numbers without a name are cast as wide as a name, so that no server cuts the names to the width of the number.</summary>
    private static string LineKind(string column) => $"""
        CASE {column} WHEN 1 THEN 'Commitment' WHEN 2 THEN 'CommitmentIncrease' WHEN 3 THEN 'CommitmentReduction' WHEN 4 THEN 'CommitmentTransferIn'
            WHEN 5 THEN 'CommitmentTransferOut' WHEN 6 THEN 'CommitmentLapse' WHEN 7 THEN 'CommitmentDefault' WHEN 8 THEN 'CallIssued'
            WHEN 9 THEN 'CallCancelled' WHEN 10 THEN 'Contribution' WHEN 11 THEN 'ContributionInKind' WHEN 12 THEN 'OpeningContribution'
            WHEN 13 THEN 'PaidInTransferIn' WHEN 14 THEN 'ReturnOfCapital' WHEN 15 THEN 'GainDistribution' WHEN 16 THEN 'IncomeDistribution' WHEN 17 THEN 'OpeningDistribution'
            WHEN 18 THEN 'PaidInTransferOut' WHEN 20 THEN 'Nav' WHEN 24 THEN 'ValueIncome' WHEN 25 THEN 'ValueRealised' WHEN 26 THEN 'ValueUnrealised'
            WHEN 27 THEN 'ValueManagementFee' WHEN 28 THEN 'ValueExpense' WHEN 29 THEN 'ValueCarryChange' WHEN 32 THEN 'ManagementFee'
            WHEN 33 THEN 'Expense' WHEN 34 THEN 'Tax' WHEN 35 THEN 'Interest' WHEN 36 THEN 'OtherIncome' WHEN 37 THEN 'CreditDrawn'
            WHEN 38 THEN 'CreditRepaid' WHEN 39 THEN 'OpeningCash' WHEN 44 THEN 'Investment' WHEN 45 THEN 'InvestmentInKind'
            WHEN 46 THEN 'Valuation' WHEN 47 THEN 'ExitProceeds' WHEN 48 THEN 'CostRelieved' WHEN 49 THEN 'Dividend'
            WHEN 56 THEN 'RoundRaised' ELSE CAST({column} AS varchar(40)) END
        """;

    private static string Purpose(string column) => $"""
        CASE {column} WHEN 0 THEN 'None' WHEN 1 THEN 'Investment' WHEN 2 THEN 'ManagementFee' WHEN 3 THEN 'Expense' WHEN 4 THEN 'Other'
            ELSE CAST({column} AS varchar(40)) END
        """;

    internal static string Provenance(string column) =>
        $"CASE {column} WHEN 0 THEN 'Recorded' WHEN 1 THEN 'Reported' WHEN 2 THEN 'Illustrative' ELSE CAST({column} AS varchar(40)) END";

    internal static string LedgerLines => $"""
        CREATE VIEW "LedgerLinesDecimal" AS
        SELECT l."Id", f."Code" AS "Books", l."Sequence", h."Code" AS "Holder", i."Code" AS "Investee", {LineKind("l.\"Kind\"")} AS "Kind",
            l."EffectiveDate", l."RecordedAt",
            {Amount("l.\"AmountMinor\"", "l.\"Currency\"")} AS "Amount", l."Currency",
            {Amount("l.\"ImpactOnUnfunded\"", "l.\"Currency\"")} AS "ImpactOnUnfunded",
            {Purpose("l.\"Purpose\"")} AS "Purpose", l."InsideCommitment", l."Recallable", {Provenance("l.\"Provenance\"")} AS "Provenance",
            l."Call", l."Round", l."Voucher", l."Document", l."Reverses", l."CorrectsClosed", l."RecordedBy", l."ApprovedBy", l."Reference", l."Note"
        FROM "LedgerLines" AS l
        JOIN "Edges" AS e ON e."Id" = l."Edge"
        JOIN "Nodes" AS h ON h."Id" = e."Holder"
        JOIN "Nodes" AS i ON i."Id" = e."Investee"
        JOIN "Nodes" AS f ON f."Id" = e."MotherFund";
        """;

    internal static string VoucherLines => $"""
        CREATE VIEW "VoucherLinesDecimal" AS
        SELECT l."Voucher", l."Number", f."Code" AS "Books", CASE v."State" WHEN 1 THEN 'Pending' WHEN 2 THEN 'Posted' WHEN 3 THEN 'Rejected'
            WHEN 4 THEN 'Withdrawn' ELSE CAST(v."State" AS varchar(40)) END AS "State",
            h."Code" AS "Holder", i."Code" AS "Investee", {LineKind("l.\"Kind\"")} AS "Kind", l."EffectiveDate",
            {Amount("l.\"AmountMinor\"", "l.\"Currency\"")} AS "Amount", l."Currency", {Purpose("l.\"Purpose\"")} AS "Purpose",
            l."InsideCommitment", l."Recallable", {Provenance("l.\"Provenance\"")} AS "Provenance", l."Reference", l."Note",
            v."RecordedBy", v."RecordedAt", v."DecidedBy"
        FROM "VoucherLines" AS l
        JOIN "Vouchers" AS v ON v."Id" = l."Voucher"
        JOIN "Edges" AS e ON e."Id" = l."Edge"
        JOIN "Nodes" AS h ON h."Id" = e."Holder"
        JOIN "Nodes" AS i ON i."Id" = e."Investee"
        JOIN "Nodes" AS f ON f."Id" = v."MotherFund";
        """;

    internal static string CapitalCallShares => $"""
        CREATE VIEW "CapitalCallSharesDecimal" AS
        SELECT s."Call", f."Code" AS "Books", n."Code" AS "Fund", c."Number", CASE c."Stage" WHEN 1 THEN 'Draft' WHEN 2 THEN 'Submitted'
            WHEN 3 THEN 'Approved' WHEN 4 THEN 'Issued' WHEN 5 THEN 'Cancelled' WHEN 6 THEN 'Rejected' ELSE CAST(c."Stage" AS varchar(40)) END AS "Stage",
            c."NoticeDate", c."DueDate", s."Item", s."Place", h."Code" AS "Investor",
            {Purpose("s.\"Purpose\"")} AS "Purpose", s."InsideCommitment", {Amount("s.\"AmountMinor\"", "s.\"Currency\"")} AS "Amount", s."Currency"
        FROM "CapitalCallShares" AS s
        JOIN "CapitalCalls" AS c ON c."Id" = s."Call"
        JOIN "Edges" AS e ON e."Id" = s."Edge"
        JOIN "Nodes" AS h ON h."Id" = e."Holder"
        JOIN "Nodes" AS n ON n."Id" = c."Fund"
        JOIN "Nodes" AS f ON f."Id" = c."MotherFund";
        """;

    internal static string Tranches => $"""
        CREATE VIEW "TranchesDecimal" AS
        SELECT t."Plan", f."Code" AS "Books", n."Code" AS "Fund", t."Number", t."PlannedDate",
            {Amount("t.\"AmountMinor\"", "t.\"Currency\"")} AS "Amount", t."Currency", t."BudgetYear", {Provenance("t.\"Provenance\"")} AS "Provenance"
        FROM "Tranches" AS t
        JOIN "ContributionPlans" AS p ON p."Id" = t."Plan"
        JOIN "Nodes" AS n ON n."Id" = p."Fund"
        JOIN "Nodes" AS f ON f."Id" = p."MotherFund";
        """;
}
