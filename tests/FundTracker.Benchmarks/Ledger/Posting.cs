using System.Diagnostics;
using System.Globalization;
using FundTracker.Application.Approvals;
using FundTracker.Application.Funds;
using FundTracker.Application.Records;
using FundTracker.Domain.Capital;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Testing.Databases;

namespace FundTracker.Benchmarks.Ledger;

/// <summary>Posting ledger lines through the use cases on SQLite: each voucher is recorded by one user and approved by another.</summary>
internal static class Posting
{
    private const int Investors = 20;
    private const int LinesDefault = 10_000;

    public static void Run(string[] arguments) => RunAsync(
        arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : LinesDefault).GetAwaiter().GetResult();

    private static async Task RunAsync(int lines)
    {
        await using var host = await TestHost.Create();
        await SetUp(host);
        var vouchers = lines / Investors;
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < vouchers; i++)
        {
            var voucher = await host.Must(new RecordDistribution.Command(
                "BENCH", "BENCH", new DateOnly(2024, 1, 1).AddDays(i % 300), [new(DistributionKind.Income, 1000.01m)]), Actors.Manager1);
            await host.Must(new ApproveVoucher.Command("BENCH", voucher), Actors.Approver1);
        }

        watch.Stop();
        Console.WriteLine(FormattableString.Invariant(
            $"posting {vouchers * Investors} lines in {vouchers} vouchers, recorded and approved: {watch.Elapsed.TotalSeconds:0.0} s, {vouchers * Investors / watch.Elapsed.TotalSeconds:0} lines/s, {watch.Elapsed.TotalMilliseconds / vouchers:0.0} ms a voucher"));
    }

    private static async Task SetUp(TestHost host)
    {
        var day = new DateOnly(2023, 1, 1);
        await host.Must(new SetUpMotherFund.Command("BENCH", null, "基准母基金", "Benchmark", "CNY", LegalForm.Company, null, day), Actors.Manager1);
        for (var i = 1; i <= Investors; i++)
        {
            var code = FormattableString.Invariant($"INV{i:00}");
            await host.Must(new RegisterInvestor.Command("BENCH", code, code, code, day, InvestorKind.SocialCapital), Actors.Manager1);
            await Approve(host, await host.Must(new RecordCommitment.Command("BENCH", "BENCH", code, 1_000_000m, day), Actors.Manager1));
            await Approve(host, await host.Must(new RecordInKind.Command("BENCH", "BENCH", code, 500_000m + i, day), Actors.Manager1));
        }

        await Approve(host, await host.Must(
            new RecordFundCash.Command("BENCH", "BENCH", LineKind.OtherIncome, day, 100_000_000m), Actors.Manager1));
    }

    private static Task Approve(TestHost host, Domain.Values.VoucherId voucher) =>
        host.Must(new ApproveVoucher.Command("BENCH", voucher), Actors.Approver1);
}
