using FundTracker.Analytics.Performance;
using FundTracker.Analytics.PublicMarket;
using FundTracker.Application.Books;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Indices;
using FundTracker.Domain.Results;
using FundTracker.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Application.Indices;

/// <summary>Reads the index that a figure is compared with, as known at an instant.</summary>
internal static class IndexShelf
{
    /// <summary>The index of a code; null where no code is given, refused where there is none of that code.</summary>
    public static async Task<Result<ChosenIndex?>> Take(Desk desk, string? code, Stamp knownAt, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(code)) return Result<ChosenIndex?>.Ok(null);
        var wanted = code.ToUpperInvariant();
        var index = await desk.Db.MarketIndices.AsNoTracking().SingleOrDefaultAsync(one => one.Code == wanted, cancellation);
        if (index is null) return PipelineErrors.NotFound("index", code);
        var levels = await desk.Db.IndexLevels.AsNoTracking().Where(level => level.Index == wanted && level.RecordedAt <= knownAt).ToListAsync(cancellation);
        return new ChosenIndex(index.Code, index.Currency, new IndexSeries(IndexLevel.InForce(levels, knownAt).Select(level => (level.Date, (double)level.Level))));
    }

    /// <summary>The benchmark of a code, with the rows in force; null where no code is given, refused where there is none of that code.</summary>
    public static async Task<Result<ChosenBenchmark?>> TakeBenchmark(
        Desk desk, string? code, DateOnly asOf, Stamp knownAt, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(code)) return Result<ChosenBenchmark?>.Ok(null);
        var wanted = code.ToUpperInvariant();
        var table = await desk.Db.BenchmarkTables.AsNoTracking().SingleOrDefaultAsync(one => one.Code == wanted, cancellation);
        if (table is null) return PipelineErrors.NotFound("benchmark", code);
        var entries = await desk.Db.BenchmarkEntries.AsNoTracking().Where(entry => entry.Table == wanted && entry.RecordedAt <= knownAt).ToListAsync(cancellation);
        return new ChosenBenchmark(table.Code, table.Name, BenchmarkEntry.InForce(entries, asOf, knownAt));
    }
}
