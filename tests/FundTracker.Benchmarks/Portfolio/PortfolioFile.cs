using System.Globalization;
using FundTracker.Application.Funds;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Holdings;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Persistence;
using FundTracker.Testing.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Benchmarks.Portfolio;

/// <summary>Writes a portfolio into a SQLite file: members through the model, lines through the aggregate that chains them, in plain inserts.</summary>
internal static class PortfolioFile
{
    public const string Code = "BENCH";
    private const int Batch = 50_000;

    private const string Insert = """
        INSERT INTO "LedgerLines" ("Id", "Chain", "Sequence", "Edge", "Kind", "EffectiveDate", "RecordedAt", "ImpactOnUnfunded", "Purpose",
            "InsideCommitment", "Recallable", "Provenance", "RecordedBy", "ApprovedBy", "Reference", "Note", "Hash", "Currency", "AmountMinor", "Round")
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, 1, 0, $9, $10, $11, '', '', $12, $13, $14, $15)
        """;

    private static readonly DateOnly First = new(2015, 1, 5);

    /// <summary>Fills the host's database.</summary>
    public static async Task Write(TestHost host, PortfolioPlan plan, int lines)
    {
        await host.Must(new SetUpMotherFund.Command(Code, null, "基准母基金", null, "CNY", LegalForm.Company, null, First), Actors.Manager1);
        await host.Look(db => AddMembers(db, plan));
        await host.Look(db => AddLines(db, plan, lines));
    }

    private static async Task<int> AddMembers(FundTrackerDb db, PortfolioPlan plan)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var root = await db.Nodes.OfType<MotherFund>().SingleAsync();
        var at = new Stamp(1);
        var investors = Enumerable.Range(1, PortfolioPlan.InvestorsPerFund)
            .Select(i => Investor.Register(new NodeId(i), root.Id, Named("INV", i), Name("出资人", "Investor", i), Provenance.Recorded, at)).ToList();
        var companies = Enumerable.Range(0, plan.Companies).Select(i => PortfolioCompany.Register(
            new NodeId(2_000_000 + i), root.Id, Named("CO", i), Name("企业", "Company", i), null, Provenance.Recorded, at)).ToList();
        db.AddRange(investors);
        db.AddRange(companies);
        db.AddRange(companies.Select((company, i) => Edge.Own(PortfolioPlan.CompanyEdge(i), company, Currency.Cny, at)));
        db.Add(Edge.Commitment(PortfolioPlan.Shareholding, investors[^1], root, at));
        for (var fund = 0; fund < plan.SubFunds; fund++)
        {
            var subFund = SubFund.Open(
                new NodeId(1_000_000 + fund), root.Id, Named("SUB", fund), Name("子基金", "Sub-fund", fund), Currency.Cny, Provenance.Recorded, at);
            db.Add(subFund);
            db.Add(Edge.Commitment(PortfolioPlan.CommitmentEdge(fund, 0), root, subFund, at));
            for (var i = 1; i < PortfolioPlan.InvestorsPerFund; i++) db.Add(Edge.Commitment(PortfolioPlan.CommitmentEdge(fund, i), investors[i - 1], subFund, at));
            for (var i = 0; i < PortfolioPlan.HoldingsPerFund; i++)
                db.Add(Edge.Holding(PortfolioPlan.HoldingEdge(fund, i), subFund, companies[plan.CompanyOf(fund, i)], at));
        }

        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        return await AddFacts(db, root, plan);
    }

    private static async Task<int> AddFacts(FundTrackerDb db, MotherFund root, PortfolioPlan plan)
    {
        var book = await db.Books.SingleAsync(one => one.MotherFund == root.Id);
        var drafts = Enumerable.Range(0, plan.Companies)
            .Select(i => new FactDraft(new NodeId(2_000_000 + i), FactNames.Sector, PortfolioPlan.SectorOf(i), First))
            .Concat(Enumerable.Range(1, PortfolioPlan.InvestorsPerFund).Select(i =>
                new FactDraft(new NodeId(i), FactNames.InvestorKind, PortfolioPlan.KindOf(i).ToString(), First))).ToList();
        db.AddRange(book.Record(drafts, book.LastRecordedAt, Signatures.Decision("manager1")).Value);
        book.NoteNewMember();
        db.ChangeTracker.DetectChanges();
        return await db.SaveChangesAsync();
    }

    private static async Task<int> AddLines(FundTrackerDb db, PortfolioPlan plan, int lines)
    {
        var book = await db.Books.SingleAsync();
        await db.Database.OpenConnectionAsync();
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        foreach (var batch in plan.Lines().Take(lines).Chunk(Batch))
        {
            var posted = book.Post(batch, book.LastRecordedAt, new Signatures("manager1", "approver1", null)).Value;
            using var transaction = connection.BeginTransaction();
            Send(connection, transaction, posted);
            transaction.Commit();
        }

        return await db.SaveChangesAsync();
    }

    private static void Send(SqliteConnection connection, SqliteTransaction transaction, IReadOnlyList<LedgerLine> lines)
    {
        using var insert = connection.CreateCommand();
        (insert.CommandText, insert.Transaction) = (Insert, transaction);
        var places = Enumerable.Range(1, 15).Select(i => insert.Parameters.Add(new SqliteParameter { ParameterName = "$" + i.ToString(CultureInfo.InvariantCulture) })).ToList();
        insert.Prepare();
        foreach (var line in lines)
        {
            object[] values =
            [
                line.Id, line.Chain, line.Sequence, line.Edge.Value, (byte)line.Kind, line.EffectiveDate.DayNumber, line.RecordedAt.UnixMicroseconds,
                line.ImpactOnUnfunded, (byte)line.Provenance, line.RecordedBy, line.ApprovedBy, line.Hash, line.Amount.Currency.Code,
                line.Amount.MinorUnits, line.Round is { } round ? round.Value : DBNull.Value,
            ];
            for (var i = 0; i < values.Length; i++) places[i].Value = values[i];
            insert.ExecuteNonQuery();
        }
    }

    private static string Named(string prefix, int i) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{i:000000}");

    private static BilingualName Name(string zh, string en, int i) =>
        BilingualName.Of(string.Create(CultureInfo.InvariantCulture, $"{zh}{i}"), string.Create(CultureInfo.InvariantCulture, $"{en} {i}"));
}
