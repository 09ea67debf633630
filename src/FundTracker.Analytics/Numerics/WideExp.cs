using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FundTracker.Analytics.Numerics;

/// <summary>e^x of eight doubles at once, for x ≤ 0, to about one last place.</summary>
/// <remarks>x = n·ln 2 + r with |r| ≤ ln 2 / 2; e^r by a polynomial of degree 11 fitted at Chebyshev nodes (relative
/// error 5e-18 before rounding), in Estrin's order; 2^n by the scale instruction, which underflows gradually.</remarks>
internal static class WideExp
{
    private const double Log2E = 1.4426950408889634;
    private const double Ln2High = 0.6931471803691238;
    private const double Ln2Low = 1.9082149292705877e-10;

    /// <summary>Whether the machine has the instructions.</summary>
    public static bool IsSupported => Avx512F.IsSupported && Avx512DQ.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<double> x)
    {
        Vector512<double> n = Avx512F.RoundScale(x * Vector512.Create(Log2E), 0);
        Vector512<double> r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-Ln2High), x);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-Ln2Low), r);
        Vector512<double> r2 = r * r, r4 = r2 * r2, r8 = r4 * r4;
        Vector512<double> p01 = Pair(r, 1.0, 1.0), p23 = Pair(r, 0.1666666666666668, 0.5000000000000019);
        Vector512<double> p45 = Pair(r, 0.008333333333319589, 0.04166666666648795);
        Vector512<double> p67 = Pair(r, 0.00019841269890076403, 0.0013888888952352863);
        Vector512<double> p89 = Pair(r, 2.755724088722987e-06, 2.4801485441561313e-05);
        Vector512<double> pAb = Pair(r, 2.5110049204818658e-08, 2.763265472252779e-07);
        Vector512<double> p03 = Vector512.FusedMultiplyAdd(p23, r2, p01);
        Vector512<double> p47 = Vector512.FusedMultiplyAdd(p67, r2, p45);
        Vector512<double> p8b = Vector512.FusedMultiplyAdd(pAb, r2, p89);
        Vector512<double> p07 = Vector512.FusedMultiplyAdd(p47, r4, p03);
        return Avx512F.Scale(Vector512.FusedMultiplyAdd(p8b, r8, p07), n);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Pair(Vector512<double> r, double high, double low) =>
        Vector512.FusedMultiplyAdd(r, Vector512.Create(high), Vector512.Create(low));
}
