using FundTracker.Persistence;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace FundTracker.Migrations.Sqlite;

/// <summary>What the model can't say: tables that are only added to, an index on an amount, views for people who query.</summary>
[DbContext(typeof(FundTrackerDb))]
[Migration("20261122000001_TriggersAndViews")]
public sealed class TriggersAndViews : Migration
{
    private static readonly string[] Views = ["LedgerLinesDecimal", "VoucherLinesDecimal", "CapitalCallSharesDecimal", "TranchesDecimal"];

    private static readonly (string Table, string SameKey)[] AppendOnly =
    [
        ("LedgerLines", """ "Id" = NEW."Id" OR ("Chain" = NEW."Chain" AND "Sequence" = NEW."Sequence") """),
        ("Facts", """ "Id" = NEW."Id" OR ("Chain" = NEW."Chain" AND "Sequence" = NEW."Sequence") """),
        ("AuditEntries", """ "Id" = NEW."Id" OR ("Chain" = NEW."Chain" AND "Sequence" = NEW."Sequence") """),
        ("PeriodEvents", """ "MotherFund" = NEW."MotherFund" AND "Number" = NEW."Number" """),
        ("Edges", """ "Id" = NEW."Id" """),
    ];

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var (table, sameKey) in AppendOnly)
        {
            migrationBuilder.Sql(Refuse(table, "Update", "UPDATE", "TRUE"));
            migrationBuilder.Sql(Refuse(table, "Delete", "DELETE", "TRUE"));
            // INSERT OR REPLACE deletes without calling the trigger above.
            migrationBuilder.Sql(Refuse(table, "Replace", "INSERT", $"""EXISTS (SELECT 1 FROM "{table}" WHERE {sameKey.Trim()})"""));
        }

        migrationBuilder.Sql(
            """CREATE INDEX "IX_LedgerLines_Edge_Kind_EffectiveDate_AmountMinor" ON "LedgerLines" ("Edge", "Kind", "EffectiveDate", "AmountMinor");""");
        migrationBuilder.Sql(LedgerLines);
        migrationBuilder.Sql(VoucherLines);
        migrationBuilder.Sql(CapitalCallShares);
        migrationBuilder.Sql(Tranches);
    }

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var view in Views) migrationBuilder.Sql($"""DROP VIEW "{view}";""");
        migrationBuilder.Sql("""DROP INDEX "IX_LedgerLines_Edge_Kind_EffectiveDate_AmountMinor";""");
        foreach (var (table, _) in AppendOnly)
            foreach (var name in (string[])["Update", "Delete", "Replace"]) migrationBuilder.Sql($"""DROP TRIGGER "{table}_No{name}";""");
    }

    private static string Refuse(string table, string name, string verb, string when) => $"""
        CREATE TRIGGER "{table}_No{name}" BEFORE {verb} ON "{table}" WHEN {when}
        BEGIN SELECT RAISE(ABORT, '{table} is only added to: correct by a new entry'); END;
        """;

    /// <summary>Text with as many decimals as the currency has.</summary>
    internal static string Amount(string minor, string currency) => $"""
        CASE {currency} WHEN 'JPY' THEN CAST({minor} AS TEXT) WHEN 'KRW' THEN CAST({minor} AS TEXT)
            WHEN 'KWD' THEN printf('%s%d.%03d', CASE WHEN {minor} < 0 THEN '-' ELSE '' END, abs({minor} / 1000), abs({minor} % 1000))
            ELSE printf('%s%d.%02d', CASE WHEN {minor} < 0 THEN '-' ELSE '' END, abs({minor} / 100), abs({minor} % 100)) END
        """;

    internal static string Day(string number) => $"date('0001-01-01', '+' || {number} || ' days')";

    private static string Instant(string microseconds) =>
        $"strftime('%Y-%m-%dT%H:%M:%S', {microseconds} / 1000000, 'unixepoch') || printf('.%06dZ', {microseconds} % 1000000)";

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
            WHEN 56 THEN 'RoundRaised' ELSE CAST({column} AS TEXT) END
        """;

    private static string Purpose(string column) => $"""
        CASE {column} WHEN 0 THEN 'None' WHEN 1 THEN 'Investment' WHEN 2 THEN 'ManagementFee' WHEN 3 THEN 'Expense' WHEN 4 THEN 'Other'
            ELSE CAST({column} AS TEXT) END
        """;

    internal static string Provenance(string column) =>
        $"CASE {column} WHEN 0 THEN 'Recorded' WHEN 1 THEN 'Reported' WHEN 2 THEN 'Illustrative' ELSE CAST({column} AS TEXT) END";

    internal static string LedgerLines => $"""
        CREATE VIEW "LedgerLinesDecimal" AS
        SELECT l."Id", f."Code" AS "Books", l."Sequence", h."Code" AS "Holder", i."Code" AS "Investee", {LineKind("l.\"Kind\"")} AS "Kind",
            {Day("l.\"EffectiveDate\"")} AS "EffectiveDate", {Instant("l.\"RecordedAt\"")} AS "RecordedAt",
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
            WHEN 4 THEN 'Withdrawn' ELSE CAST(v."State" AS TEXT) END AS "State",
            h."Code" AS "Holder", i."Code" AS "Investee", {LineKind("l.\"Kind\"")} AS "Kind", {Day("l.\"EffectiveDate\"")} AS "EffectiveDate",
            {Amount("l.\"AmountMinor\"", "l.\"Currency\"")} AS "Amount", l."Currency", {Purpose("l.\"Purpose\"")} AS "Purpose",
            l."InsideCommitment", l."Recallable", {Provenance("l.\"Provenance\"")} AS "Provenance", l."Reference", l."Note",
            v."RecordedBy", {Instant("v.\"RecordedAt\"")} AS "RecordedAt", v."DecidedBy"
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
            WHEN 3 THEN 'Approved' WHEN 4 THEN 'Issued' WHEN 5 THEN 'Cancelled' WHEN 6 THEN 'Rejected' ELSE CAST(c."Stage" AS TEXT) END AS "Stage",
            {Day("c.\"NoticeDate\"")} AS "NoticeDate", {Day("c.\"DueDate\"")} AS "DueDate", s."Item", s."Place", h."Code" AS "Investor",
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
        SELECT t."Plan", f."Code" AS "Books", n."Code" AS "Fund", t."Number", {Day("t.\"PlannedDate\"")} AS "PlannedDate",
            {Amount("t.\"AmountMinor\"", "t.\"Currency\"")} AS "Amount", t."Currency", t."BudgetYear", {Provenance("t.\"Provenance\"")} AS "Provenance"
        FROM "Tranches" AS t
        JOIN "ContributionPlans" AS p ON p."Id" = t."Plan"
        JOIN "Nodes" AS n ON n."Id" = p."Fund"
        JOIN "Nodes" AS f ON f."Id" = p."MotherFund";
        """;
}
