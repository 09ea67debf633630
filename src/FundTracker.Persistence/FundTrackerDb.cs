using FundTracker.Application;
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
using FundTracker.Domain.Values;
using FundTracker.Persistence.Providers;
using FundTracker.Persistence.Users;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Persistence;

/// <summary>The one model, on either engine.</summary>
public sealed class FundTrackerDb(DbContextOptions<FundTrackerDb> options)
    : IdentityDbContext<User, IdentityRole<long>, long>(options), IFundTrackerDb, IDataProtectionKeyContext
{
    /// <inheritdoc/>
    public DbSet<Node> Nodes => Set<Node>();

    /// <inheritdoc/>
    public DbSet<Edge> Edges => Set<Edge>();

    /// <inheritdoc/>
    public DbSet<Book> Books => Set<Book>();

    /// <inheritdoc/>
    public DbSet<LedgerLine> Lines => Set<LedgerLine>();

    /// <inheritdoc/>
    public DbSet<Fact> Facts => Set<Fact>();

    /// <inheritdoc/>
    public DbSet<CapitalCall> CapitalCalls => Set<CapitalCall>();

    /// <inheritdoc/>
    public DbSet<ContributionPlan> ContributionPlans => Set<ContributionPlan>();

    /// <inheritdoc/>
    public DbSet<Meeting> Meetings => Set<Meeting>();

    /// <inheritdoc/>
    public DbSet<Voucher> Vouchers => Set<Voucher>();

    /// <inheritdoc/>
    public DbSet<FinancingRound> FinancingRounds => Set<FinancingRound>();

    /// <inheritdoc/>
    public DbSet<SourceDocument> Documents => Set<SourceDocument>();

    /// <inheritdoc/>
    public DbSet<ImportBatch> ImportBatches => Set<ImportBatch>();

    /// <inheritdoc/>
    public DbSet<ImportedRow> ImportedRows => Set<ImportedRow>();

    /// <inheritdoc/>
    public DbSet<SavedMapping> SavedMappings => Set<SavedMapping>();

    /// <inheritdoc/>
    public DbSet<MarketIndex> MarketIndices => Set<MarketIndex>();

    /// <inheritdoc/>
    public DbSet<IndexLevel> IndexLevels => Set<IndexLevel>();

    /// <inheritdoc/>
    public DbSet<BenchmarkTable> BenchmarkTables => Set<BenchmarkTable>();

    /// <inheritdoc/>
    public DbSet<BenchmarkEntry> BenchmarkEntries => Set<BenchmarkEntry>();

    /// <inheritdoc/>
    public DbSet<RegistryEntry> RegistryEntries => Set<RegistryEntry>();

    /// <inheritdoc/>
    public DbSet<Evaluation> Evaluations => Set<Evaluation>();

    /// <inheritdoc/>
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    /// <inheritdoc/>
    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    /// <inheritdoc/>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Whether anything was written through this context; snapshots read after that must not be kept.</summary>
    public bool HasSaved { get; private set; }

    private Engine Engine => Engine.Of(Database.ProviderName);

    /// <inheritdoc/>
    public bool IsLostRace(Exception failure) => Engine.IsHeldUp(failure) || Engine.IsKeyTaken(failure);

    /// <inheritdoc/>
    public bool IsHeldUp(Exception failure) => Engine.IsHeldUp(failure);

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(CancellationToken cancellationToken = default)
    {
        HasSaved = true;
        return await base.SaveChangesAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<NodeId>().HaveConversion<Conversions.NodeIds>();
        configuration.Properties<EdgeId>().HaveConversion<Conversions.EdgeIds>();
        configuration.Properties<CapitalCallId>().HaveConversion<Conversions.CapitalCallIds>();
        configuration.Properties<ContributionPlanId>().HaveConversion<Conversions.ContributionPlanIds>();
        configuration.Properties<VoucherId>().HaveConversion<Conversions.VoucherIds>();
        configuration.Properties<EvaluationId>().HaveConversion<Conversions.EvaluationIds>();
        configuration.Properties<DocumentId>().HaveConversion<Conversions.DocumentIds>();
        configuration.Properties<FinancingRoundId>().HaveConversion<Conversions.FinancingRoundIds>();
        configuration.Properties<ImportBatchId>().HaveConversion<Conversions.ImportBatchIds>();
        configuration.Properties<RegistryEntryId>().HaveConversion<Conversions.RegistryEntryIds>();
        configuration.Properties<Currency>().HaveConversion<Conversions.Currencies>().HaveMaxLength(3).AreUnicode(false);
        configuration.Properties<Quarter>().HaveConversion<Conversions.Quarters>().HaveMaxLength(6).AreUnicode(false);
        configuration.Properties<UnifiedSocialCreditCode>().HaveConversion<Conversions.CreditCodes>().HaveMaxLength(18).AreUnicode(false);
        Engine.Configure(configuration);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.ApplyConfigurationsFromAssembly(typeof(FundTrackerDb).Assembly);
        UserConfiguration.NameTables(model);
    }
}
