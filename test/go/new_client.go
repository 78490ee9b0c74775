package grpc

// NewClient is what grpc-go has since 1.63; Debian's is older. The guide's program is built with it as it stands.
func NewClient(target string, options ...DialOption) (*ClientConn, error) {
	return Dial(target, options...)
}
