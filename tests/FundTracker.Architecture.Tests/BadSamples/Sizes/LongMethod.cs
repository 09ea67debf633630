namespace FundTracker.Architecture.Tests.BadSamples.Sizes;

/// <summary>A method that should have been looked at again.</summary>
internal static class LongMethod
{
    public static int Ramble(int sum)
    {
        sum = unchecked((sum * 31) + 1);
        sum = unchecked((sum * 31) + 2);
        sum = unchecked((sum * 31) + 3);
        sum = unchecked((sum * 31) + 4);
        sum = unchecked((sum * 31) + 5);
        sum = unchecked((sum * 31) + 6);
        sum = unchecked((sum * 31) + 7);
        sum = unchecked((sum * 31) + 8);
        sum = unchecked((sum * 31) + 9);
        sum = unchecked((sum * 31) + 10);
        sum = unchecked((sum * 31) + 11);
        sum = unchecked((sum * 31) + 12);
        sum = unchecked((sum * 31) + 13);
        sum = unchecked((sum * 31) + 14);
        sum = unchecked((sum * 31) + 15);
        sum = unchecked((sum * 31) + 16);
        sum = unchecked((sum * 31) + 17);
        sum = unchecked((sum * 31) + 18);
        sum = unchecked((sum * 31) + 19);
        sum = unchecked((sum * 31) + 20);
        sum = unchecked((sum * 31) + 21);
        sum = unchecked((sum * 31) + 22);
        sum = unchecked((sum * 31) + 23);
        sum = unchecked((sum * 31) + 24);
        sum = unchecked((sum * 31) + 25);
        sum = unchecked((sum * 31) + 26);
        sum = unchecked((sum * 31) + 27);
        sum = unchecked((sum * 31) + 28);
        sum = unchecked((sum * 31) + 29);
        sum = unchecked((sum * 31) + 30);
        sum = unchecked((sum * 31) + 31);
        sum = unchecked((sum * 31) + 32);
        sum = unchecked((sum * 31) + 33);
        sum = unchecked((sum * 31) + 34);
        sum = unchecked((sum * 31) + 35);
        sum = unchecked((sum * 31) + 36);
        sum = unchecked((sum * 31) + 37);
        sum = unchecked((sum * 31) + 38);
        sum = unchecked((sum * 31) + 39);
        sum = unchecked((sum * 31) + 40);
        sum = unchecked((sum * 31) + 41);
        return sum;
    }
}
