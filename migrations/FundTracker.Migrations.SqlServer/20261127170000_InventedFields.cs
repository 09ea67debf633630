using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FundTracker.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class InventedFields : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte>(
                name: "Invented",
                table: "VoucherLines",
                type: "tinyint",
                nullable: false,
                defaultValue: (byte)0);

            migrationBuilder.AddColumn<byte>(
                name: "Invented",
                table: "Tranches",
                type: "tinyint",
                nullable: false,
                defaultValue: (byte)0);

            migrationBuilder.AddColumn<byte>(
                name: "Invented",
                table: "LedgerLines",
                type: "tinyint",
                nullable: false,
                defaultValue: (byte)0);

            migrationBuilder.AddColumn<byte>(
                name: "Invented",
                table: "FinancingRounds",
                type: "tinyint",
                nullable: false,
                defaultValue: (byte)0);

            migrationBuilder.AddColumn<byte>(
                name: "Invented",
                table: "CapitalCalls",
                type: "tinyint",
                nullable: false,
                defaultValue: (byte)0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Invented",
                table: "VoucherLines");

            migrationBuilder.DropColumn(
                name: "Invented",
                table: "Tranches");

            migrationBuilder.DropColumn(
                name: "Invented",
                table: "LedgerLines");

            migrationBuilder.DropColumn(
                name: "Invented",
                table: "FinancingRounds");

            migrationBuilder.DropColumn(
                name: "Invented",
                table: "CapitalCalls");
        }
    }
}
