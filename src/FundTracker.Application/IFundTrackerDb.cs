using FundTracker.Application.Imports;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Committees;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Holdings;
using FundTracker.Domain.Indices;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Registry;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace FundTracker.Application;

/// <summary>The database as use cases see it. Which engine stands behind it they cannot tell.</summary>
public interface IFundTrackerDb
{
    /// <summary>Investors, funds and companies.</summary>
    DbSet<Node> Nodes { get; }

    /// <summary>Commitments, holdings and own accounts.</summary>
    DbSet<Edge> Edges { get; }

    /// <summary>Heads of the chains and calendars.</summary>
    DbSet<Book> Books { get; }

    /// <summary>The journal; only added to.</summary>
    DbSet<LedgerLine> Lines { get; }

    /// <summary>Effective-dated facts; only added to.</summary>
    DbSet<Fact> Facts { get; }

    /// <summary>Capital calls with their shares.</summary>
    DbSet<CapitalCall> CapitalCalls { get; }

    /// <summary>Contribution plans with their tranches.</summary>
    DbSet<ContributionPlan> ContributionPlans { get; }

    /// <summary>Meetings of the committee with their agendas.</summary>
    DbSet<Meeting> Meetings { get; }

    /// <summary>Vouchers with their lines.</summary>
    DbSet<Voucher> Vouchers { get; }

    /// <summary>Financing rounds.</summary>
    DbSet<FinancingRound> FinancingRounds { get; }

    /// <summary>Source documents with their bytes.</summary>
    DbSet<SourceDocument> Documents { get; }

    /// <summary>Files that were handed in.</summary>
    DbSet<ImportBatch> ImportBatches { get; }

    /// <summary>Rows of workbooks that were imported; only added to.</summary>
    DbSet<ImportedRow> ImportedRows { get; }

    /// <summary>Column mappings of position tables.</summary>
    DbSet<SavedMapping> SavedMappings { get; }

    /// <summary>Indices that funds are compared with.</summary>
    DbSet<MarketIndex> MarketIndices { get; }

    /// <summary>Levels of indices; only added to.</summary>
    DbSet<IndexLevel> IndexLevels { get; }

    /// <summary>Published tables of quartiles by vintage.</summary>
    DbSet<BenchmarkTable> BenchmarkTables { get; }

    /// <summary>Rows of these tables; only added to.</summary>
    DbSet<BenchmarkEntry> BenchmarkEntries { get; }

    /// <summary>Entries of the registry of carriers, programmes and companies' years.</summary>
    DbSet<RegistryEntry> RegistryEntries { get; }

    /// <summary>Evaluations of funds, with self-reviews, reviews and trail.</summary>
    DbSet<Evaluation> Evaluations { get; }

    /// <summary>Audit entries; only added to.</summary>
    DbSet<AuditEntry> Audit { get; }

    /// <summary>Ends of the audit chains.</summary>
    DbSet<AuditHead> AuditHeads { get; }

    /// <summary>Transactions.</summary>
    DatabaseFacade Database { get; }

    /// <summary>Writes what was changed.</summary>
    Task<int> SaveChangesAsync(CancellationToken cancellationToken = default);

    /// <summary>Whether a failure means that another writer was first, so that the command should be tried again from the start.</summary>
    bool IsLostRace(Exception failure);

    /// <summary>
    /// Whether it means that others hold what the command needs. A key that is taken is no such thing: taken at every try, it is a mistake of ours.
    /// </summary>
    bool IsHeldUp(Exception failure);
}

/// <summary>Reads one mother fund's books into memory; what was read before is kept and only extended from the ledger's tail.</summary>
public interface IBookReader
{
    /// <summary>The books up to the last committed line. Call it before anything is saved in the same scope.</summary>
    /// <param name="motherFundCode">Code of the mother fund; case does not count.</param>
    /// <param name="cancellation">Stops the wait.</param>
    /// <returns>The snapshot, or null where there are no such books.</returns>
    Task<BookSnapshot?> Read(string motherFundCode, CancellationToken cancellation);
}

/// <summary>Makes keys: ascending in time, unique over nodes of the installation.</summary>
public interface IIdentitySource
{
    /// <summary>The next key.</summary>
    long Next();
}
